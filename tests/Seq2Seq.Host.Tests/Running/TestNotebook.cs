using System.Text.Json.Nodes;
using Seq2Seq.Host.Documents;

namespace Seq2Seq.Host.Tests.Running;

/// <summary>Writes small notebooks.</summary>
internal static class TestNotebook
{
    public static string Write(string folder, string name, params (string Code, string[] Tags)[] cells)
    {
        var path = Path.Combine(folder, name + ".ipynb");
        File.WriteAllText(path, JsonText.Write(new JsonObject
        {
            ["cells"] = new JsonArray([.. cells.Select((cell, index) => (JsonNode)Cell(cell.Code, cell.Tags, index))]),
            ["metadata"] = new JsonObject(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        }));
        return path;
    }

    public static string Write(string folder, string name, params string[] cells) => Write(folder, name, [.. cells.Select(cell => (cell, Array.Empty<string>()))]);

    private static JsonObject Cell(string code, string[] tags, int index) => code.StartsWith("md:", StringComparison.Ordinal)
        ? new JsonObject { ["cell_type"] = "markdown", ["id"] = $"c{index}", ["metadata"] = new JsonObject(), ["source"] = MultilineText.Write(code[3..]) }
        : new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["id"] = $"c{index}",
            ["metadata"] = tags.Length == 0 ? [] : new JsonObject { ["tags"] = new JsonArray([.. tags.Select(tag => (JsonNode)tag)]) },
            ["outputs"] = new JsonArray(),
            ["source"] = MultilineText.Write(code),
        };
}
