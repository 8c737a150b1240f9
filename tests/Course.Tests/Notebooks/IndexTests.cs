using System.Text.RegularExpressions;
using Seq2Seq.Host.Documents;
using Seq2Seq.Host.Export;

namespace Course.Tests.Notebooks;

/// <summary>The README's table of notebooks, its pictures and the syllabus say what is there.</summary>
public sealed class IndexTests
{
    private const string Remedy = "Write them anew: dotnet run -c Release --project lib/Seq2Seq.Host -- export index";
    private static readonly IReadOnlyList<CourseIndex.Entry> s_entries = CourseIndex.Read(Repository.Notebooks);

    [Fact]
    public void The_readme_has_the_row_of_every_notebook_and_no_other()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var missing = s_entries.Where(entry => !readme.Contains(CourseIndex.Row(entry) + "\n", StringComparison.Ordinal)).Select(entry => entry.File).ToArray();

        Assert.True(missing.Length == 0, $"README.md: the row is missing or says something else for {string.Join(", ", missing)}. {Remedy}");
        Assert.True(readme == CourseIndex.InReadme(readme, s_entries), $"README.md: a row too many, or the list of planned notebooks is old. {Remedy}");
    }

    [Fact]
    public void Every_picture_is_the_figure_that_its_notebook_holds()
    {
        var stale = s_entries.Where(entry => !File.Exists(CourseIndex.PicturePath(Repository.Root, entry))
            || File.ReadAllText(CourseIndex.PicturePath(Repository.Root, entry)) != entry.Picture + "\n").Select(entry => entry.File).ToArray();
        var orphans = Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "pictures"), "*.svg")
            .Select(Path.GetFileNameWithoutExtension).Except(s_entries.Select(entry => entry.Number));

        Assert.True(stale.Length == 0, $"docs/pictures: missing or old for {string.Join(", ", stale)}. {Remedy}");
        Assert.Empty(orphans);
    }

    [Fact]
    public void The_syllabus_has_a_section_of_every_notebook_with_its_minutes()
    {
        var syllabus = File.ReadAllText(Path.Combine(Repository.Root, "docs", "syllabus.md"));
        var wrong = s_entries.Where(entry => !syllabus.Contains($"### {entry.Number} · {entry.Title} ({entry.Minutes} min)\n", StringComparison.Ordinal)).Select(entry => entry.File);

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_exercise_the_syllabus_names_of_a_notebook_exists_in_it()
    {
        var syllabus = File.ReadAllText(Path.Combine(Repository.Root, "docs", "syllabus.md"));
        var prose = string.Join("\n", Lesson.Names.SelectMany(name => Lesson.Open(name).Prose).Select(cell => cell.Source));
        var named = Regex.Matches(syllabus, @"\b(\d\d\.\d)\b").Select(match => match.Value).Distinct().ToArray();

        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, number => s_entries.Any(entry => entry.Number == number[..2])
            && !prose.Contains($"### Exercise {number} ", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_tagged_cells_or_a_tagged_cell_without_a_figure_are_complained_about()
    {
        var folder = Directory.CreateTempSubdirectory("index-").FullName;
        try
        {
            var path = Path.Combine(folder, "99-x.ipynb");
            string Notebook(string first, string second) => "{\"cells\":[{\"cell_type\":\"markdown\",\"metadata\":{},\"source\":\"# 99 · X\\n\\n**Question.** Why?\\n\\n**Time** about 5 minutes.\"},"
                + $"{{\"cell_type\":\"code\",\"metadata\":{first},\"source\":\"1\",\"outputs\":[],\"execution_count\":1}},"
                + $"{{\"cell_type\":\"code\",\"metadata\":{second},\"source\":\"2\",\"outputs\":[],\"execution_count\":2}}],\"metadata\":{{}},\"nbformat\":4,\"nbformat_minor\":5}}";
            string Complaint() => Assert.Throws<DocumentException>(() => CourseIndex.Read(folder)).Message;

            File.WriteAllText(path, Notebook("{\"tags\":[\"picture\"]}", "{\"tags\":[\"picture\"]}"));
            Assert.Equal("99-x.ipynb: 2 cells are tagged 'picture'; expected one or none.", Complaint());
            File.WriteAllText(path, Notebook("{\"tags\":[\"picture\"]}", "{}"));
            Assert.Equal("99-x.ipynb: the cell tagged 'picture' holds no figure. Run it with --in-place first.", Complaint());
            File.WriteAllText(path, Notebook("{}", "{}"));
            Assert.Equal("99-x.ipynb: its outputs hold no figure. Run it with --in-place first.", Complaint());
            File.WriteAllText(path, Notebook("{}", "{}").Replace("about 5", "roughly 5", StringComparison.Ordinal));
            Assert.Equal("99-x.ipynb: the first cell has no '**Time** about N minutes'.", Complaint());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
