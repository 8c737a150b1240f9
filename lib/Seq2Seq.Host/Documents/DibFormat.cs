using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Seq2Seq.Host.Documents;

/// <summary>.NET Interactive's own text format: cells begin with <c>#!language</c>, metadata stands under <c>#!meta</c>.</summary>
internal static partial class DibFormat
{
    // Directives that belong to a cell, not between cells.
    private static readonly HashSet<string> inside =
    [
        "time", "who", "whos", "lsmagic", "import", "set", "share", "connect", "about", "log", "nuget",
    ];

    public static NotebookDocument Parse(string text, string name)
    {
        var cells = new JsonArray();
        var language = "csharp";
        var lines = new List<string>();
        JsonNode? meta = null;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (Header().Match(line) is { Success: true } match && !inside.Contains(match.Groups[1].Value))
            {
                End();
                language = match.Groups[1].Value is "c#" or "C#" ? "csharp" : match.Groups[1].Value;
            }
            else
            {
                lines.Add(line);
            }
        }
        End();
        var root = new JsonObject
        {
            ["cells"] = cells,
            ["metadata"] = new JsonObject
            {
                ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" },
                ["polyglot_notebook"] = meta is JsonObject info && info["kernelInfo"] is { } kernel ? new JsonObject { ["kernelInfo"] = kernel.DeepClone() } : new JsonObject(),
            },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        return NotebookFile.Parse(JsonText.Write(root), name);

        void End()
        {
            var source = string.Join('\n', lines).Trim('\n');
            lines.Clear();
            if (language == "meta")
            {
                meta = JsonText.Parse(source, name + " #!meta");
                return;
            }
            if (source.Length == 0) return;
            cells.Add((JsonNode)(language == "markdown"
                ? new JsonObject { ["cell_type"] = "markdown", ["metadata"] = new JsonObject(), ["source"] = MultilineText.Write(source) }
                : new JsonObject
                {
                    ["cell_type"] = "code",
                    ["execution_count"] = null,
                    ["metadata"] = new JsonObject { ["polyglot_notebook"] = new JsonObject { ["kernelName"] = language } },
                    ["outputs"] = new JsonArray(),
                    ["source"] = MultilineText.Write(source),
                }));
        }
    }

    [GeneratedRegex(@"^#!([A-Za-z#][\w#.-]*)\s*$")]
    private static partial Regex Header();
}
