using System.Text.RegularExpressions;
using Seq2Seq.Host.Documents;

namespace Course.Tests.Notebooks;

/// <summary>What docs/how-to-write-a-notebook.md promises of the shape of every notebook.</summary>
public sealed partial class StructureTests
{
    [Theory, MemberData(nameof(Lesson.All), MemberType = typeof(Lesson))]
    public void It_opens_with_question_objective_prerequisite_time_and_navigation(string name)
    {
        var head = Lesson.Open(name).Cells[0].Source;

        Assert.Matches($@"^# {name[..2]} · \S", head);
        foreach (var part in new[] { "**Question.**", "**Afterwards you can**", "**You need**", "**Time**", "[Course](../README.md)" })
            Assert.Contains(part, head, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Lesson.All), MemberType = typeof(Lesson))]
    public void Navigation_leads_to_the_notebook_before_and_after(string name)
    {
        var head = Lesson.Open(name).Cells[0].Source;
        var index = Lesson.Names.ToList().IndexOf(name);

        if (index > 0)
            Assert.Contains($"]({Lesson.Names[index - 1]}.ipynb)", head, StringComparison.Ordinal);
        if (index + 1 < Lesson.Names.Count)
            Assert.Contains($"]({Lesson.Names[index + 1]}.ipynb)", head, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Lesson.All), MemberType = typeof(Lesson))]
    public void Every_relative_link_leads_to_a_file(string name)
    {
        var links = Lesson.Open(name).Prose
            .SelectMany(cell => Link().Matches(cell.Source))
            .Select(match => match.Groups[1].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'));

        Assert.All(links, target => Assert.True(File.Exists(Path.Combine(Repository.Notebooks, target.Split('#')[0])), target));
    }

    [Theory, MemberData(nameof(Lesson.All), MemberType = typeof(Lesson))]
    public void The_second_cell_is_the_whole_set_up(string name)
    {
        var lesson = Lesson.Open(name);

        Assert.Equal(CellKind.Code, lesson.Cells[1].Kind);
        Assert.StartsWith("#r \"../artifacts/bin/Seq2Seq/release/", lesson.Cells[1].Source, StringComparison.Ordinal);
        Assert.DoesNotContain(lesson.Code.Skip(1), cell => cell.Source.Contains("#r ", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Lesson.All), MemberType = typeof(Lesson))]
    public void It_has_10_to_30_code_cells_of_at_most_25_lines(string name)
    {
        var cells = Lesson.Open(name).Code.ToList();

        Assert.InRange(cells.Count, 10, 30);
        Assert.All(cells, cell => Assert.True(
            cell.Source.Split('\n').Length <= 25, $"{cell.Id}: {cell.Source.Split('\n').Length} lines; split it or move it to lib"));
    }

    [Theory, MemberData(nameof(Lesson.All), MemberType = typeof(Lesson))]
    public void It_asks_for_predictions_and_ends_with_exercises_summary_self_test_and_references(string name)
    {
        var prose = string.Join("\n", Lesson.Open(name).Prose.Select(cell => cell.Source));

        Assert.True(Regex.Count(prose, @"^> \*\*Predict\.\*\*", RegexOptions.Multiline) >= 3, "fewer than three predictions");
        var last = -1;
        foreach (var heading in new[] { "## Exercises", "## Summary", "## Self-test", "## References" })
        {
            var at = prose.IndexOf($"\n{heading}", StringComparison.Ordinal);
            Assert.True(at > last, $"'{heading}' is missing or out of order");
            last = at;
        }

        Assert.InRange(Regex.Count(prose, $@"^### Exercise {name[..2]}\.\d", RegexOptions.Multiline), 3, 5);
        Assert.True(Regex.Count(prose, "<details>") >= 3, "fewer than three self-test answers behind a fold");
    }

    [Theory, MemberData(nameof(Lesson.All), MemberType = typeof(Lesson))]
    public void Cell_ids_are_there_and_differ(string name)
    {
        var ids = Lesson.Open(name).Cells.Select(cell => cell.Id).ToList();

        Assert.DoesNotContain(null, ids);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void No_cell_of_code_stands_in_two_notebooks()
    {
        var repeated = Lesson.Names
            .SelectMany(name => Lesson.Open(name).Code.Skip(1).Select(cell => (name, Source: Squeeze(cell.Source))))
            .Where(cell => cell.Source.Length > 60)
            .GroupBy(cell => cell.Source)
            .Where(group => group.Count() > 1)
            .Select(group => $"{string.Join(" and ", group.Select(cell => cell.name))}: {group.Key[..60]}…");

        Assert.Empty(repeated);
    }

    private static string Squeeze(string source) => Regex.Replace(source, @"\s+", " ");

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
