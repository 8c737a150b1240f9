using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Seq2Seq.Host.Documents;

namespace Course.Tests.Notebooks;

/// <summary>What must hold of the outputs that are committed with every notebook, and of the numbers that the prose repeats.</summary>
public sealed partial class OutputTests
{
    [Theory, MemberData(nameof(Lesson.All), MemberType = typeof(Lesson))]
    public void Every_cell_was_run_in_order_and_none_failed(string name)
    {
        var cells = Lesson.Open(name).Code.ToList();

        for (var i = 0; i < cells.Count; i++)
        {
            Assert.Equal(i + 1, cells[i].Json["execution_count"]?.GetValue<int>());
            if (!cells[i].RaisesException)
                Assert.DoesNotContain(cells[i].Outputs, output => output!["output_type"]!.GetValue<string>() == "error");
        }
    }

    [Theory, MemberData(nameof(Lesson.All), MemberType = typeof(Lesson))]
    public void Every_figure_has_a_title_a_description_and_a_caption(string name)
    {
        var cells = Lesson.Open(name).Code.Where(cell => Figures(cell).Any()).ToList();

        Assert.True(cells.Count >= 2, "fewer than two figures");
        Assert.All(cells, cell => Assert.True(
            cell.Source.Contains(".WithCaption(", StringComparison.Ordinal)
                || cell.Source.Contains("ShowLive = true", StringComparison.Ordinal), // the trainer's own figure has one
            $"{cell.Id}: a figure without a caption"));
        Assert.All(cells.SelectMany(Figures), html =>
        {
            Assert.Matches("<title[^>]*>[^<]", html);
            Assert.Matches("<desc[^>]*>[^<]", html);
        });
    }

    private static IEnumerable<string> Figures(NotebookCell cell) => cell.Outputs
        .Select(output => Text(output!["data"]?["text/html"]))
        .Where(html => html.Contains("<svg", StringComparison.Ordinal));

    [Theory, MemberData(nameof(Lesson.All), MemberType = typeof(Lesson))]
    public void A_measured_number_in_prose_stands_in_an_output_above_it(string name)
    {
        var printed = "";
        var orphans = new List<string>();
        foreach (var cell in Lesson.Open(name).Cells.Skip(1))
        {
            if (cell.Kind == CellKind.Code)
                printed += string.Join("\n", cell.Outputs.Select(output => output!.ToJsonString())) + cell.Source;
            else
                orphans.AddRange(Measured(cell.Source).Where(number => !printed.Contains(number, StringComparison.Ordinal))
                    .Select(number => string.Create(CultureInfo.InvariantCulture, $"{cell.Id}: {number}")));
        }

        Assert.Empty(orphans);
    }

    // Decimals and percentages outside code, formulas, links and the list of references count as measured.
    private static IEnumerable<string> Measured(string markdown)
    {
        var end = markdown.IndexOf("## References", StringComparison.Ordinal);
        var prose = NotMeasured().Replace(end < 0 ? markdown : markdown[..end], " ");
        return Number().Matches(prose).Select(match => match.Value.TrimEnd('%', ' '));
    }

    private static string Text(JsonNode? node) => node switch
    {
        JsonArray lines => string.Concat(lines.Select(line => line!.GetValue<string>())),
        JsonValue value => value.GetValue<string>(),
        _ => "",
    };

    [GeneratedRegex(@"```[\s\S]*?```|`[^`]*`|\$\$[\s\S]*?\$\$|\$[^$]*\$|\]\([^)]*\)|#+ [^\n]*|section \d+(\.\d+)*|Exercise \d+\.\d+|[A-Z]\.\d+(\.\d+)*")]
    private static partial Regex NotMeasured();

    [GeneratedRegex(@"\d+\.\d+|\d+ ?%")]
    private static partial Regex Number();
}
