using System.Text.Json.Nodes;
using Seq2Seq.Host.Running.Checking;

namespace Seq2Seq.Host.Tests.Running;

public sealed class OutputComparisonTests
{
    private const string Drawing = "<svg id=\"f1\"><title>Loss</title><path d=\"M1 2L3 4\"><title>train: 2 points</title></path><circle cx=\"1\"><title>train: 1, 2.5</title></circle><text x=\"1\">step</text></svg>";

    public static TheoryData<string, string, string[]> Pairs => new()
    {
        { "[]", "[]", [] },
        { Stream("a\\nb\\n"), """[{"output_type":"stream","name":"stdout","text":["a\n","b\n"]}]""", [] },
        { Stream("a\\nb\\nc"), Stream("a\\nB\\nc"), ["output 1 (stdout):", "  - b", "  + B"] },
        { "[]", Stream("new"), ["output 1: new: stdout \"new\""] },
        { Stream("old"), "[]", ["output 1: gone: stdout \"old\""] },
        { Stream("x"), Data("text/plain", "x"), ["output 1: was stdout \"x\", is display_data \"x\""] },
        { Data("text/plain", "x"), Data("text/latex", "x"), ["output 1: text/plain is gone", "output 1: text/latex is new"] },
        { Data("text/html", Drawing), Data("text/html", Drawing.Replace("f1", "f2", StringComparison.Ordinal).Replace("L3 4", "L3 9", StringComparison.Ordinal).Replace("2.5", "2.75", StringComparison.Ordinal).Replace("step", "steps", StringComparison.Ordinal)),
            ["output 1 (text/html): figure \"Loss\":", "  \"train: 2 points\": 1 of 2 points moved, the first is point 2, the farthest by 5 px", "  \"train: 1, 2.5\" became \"train: 1, 2.75\"", "  labels: \"step\" became \"steps\""] },
        { Data("text/html", Axes("M10 90L50 50L90 10", "")), Data("text/html", Axes("M10 90L50 40L90 12", "")),
            ["output 1 (text/html): figure \"Loss\":", "  \"train\": y differs at 2 of 3 drawn points, first at x = 50: 0.5 -> 0.625, most at x = 50: by 0.125"] },
        { Data("text/html", Axes("M10 90L90 10", "log ")), Data("text/html", Axes("M10 90L90 50", "log ")),
            ["output 1 (text/html): figure \"Loss\":", "  \"train\": y differs at 1 of 2 drawn points, first at x = 90: 1 -> 0.1, most at x = 90: by 0.9"] },
        { Figure("[1,2]"), Figure("[1,2,3]"), ["output 1 (application/vnd.plotly.v1+json): series \"s\": y had 2 points, has 3"] },
        { Figure("[[1,2],[3,4]]"), Figure("[[1,2],[3,5]]"), ["output 1 (application/vnd.plotly.v1+json): series \"s\": y differs at 1 of 4 points, first at [3]: 4 -> 5, most at [3]: by 1"] },
        { Figure("\"up\""), Figure("\"down\""), ["output 1 (application/vnd.plotly.v1+json): series \"s\": y was \"up\", is \"down\""] },
        { """[{"output_type":"execute_result","execution_count":1,"metadata":{},"data":{"text/plain":"x"}}]""", """[{"output_type":"execute_result","execution_count":2,"metadata":{},"data":{"text/plain":"x"}}]""",
            ["output 1: its number or metadata differ"] },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_difference_can_be_read(string committed, string actual, string[] expected) =>
        Assert.Equal(expected, OutputComparison.Compare((JsonArray)JsonNode.Parse(committed)!, (JsonArray)JsonNode.Parse(actual)!));

    [Fact]
    public void Long_differences_are_cut_and_long_lines_show_the_place()
    {
        var lines = new List<string>();

        TextDifference.Describe("t", string.Join('\n', Enumerable.Range(0, 100)), string.Join('\n', Enumerable.Range(100, 100)), lines);
        TextDifference.Describe("u", new string('a', 500) + "x", new string('a', 500) + "y", lines);

        Assert.Equal(1 + 24 + 1 + 3, lines.Count);
        Assert.Equal("  ... and 176 more lines", lines[25]);
        Assert.Equal($"  - ...{new string('a', 159)}x", lines[27]);
    }

    private static string Stream(string text) => $$"""[{"output_type":"stream","name":"stdout","text":"{{text}}"}]""";

    // A line over axes: x from 10 to 90 in pixels and values, y from 0 (0.01 if logarithmic) at pixel 90 to 1 at pixel 10.
    private static string Axes(string path, string log) =>
        $"<svg><title>Loss</title><path d=\"{path}\" data-x=\"10 10 90 90\" data-y=\"{log}90 {(log.Length > 0 ? "0.01" : "0")} 10 1\"><title>train</title></path></svg>";

    private static string Data(string type, string text) => new JsonArray(new JsonObject { ["output_type"] = "display_data", ["metadata"] = new JsonObject(), ["data"] = new JsonObject { [type] = text } }).ToJsonString();

    private static string Figure(string y) => """[{"output_type":"display_data","metadata":{},"data":{"application/vnd.plotly.v1+json":{"data":[{"name":"s","y":Y}]}}}]""".Replace("Y", y, StringComparison.Ordinal);
}
