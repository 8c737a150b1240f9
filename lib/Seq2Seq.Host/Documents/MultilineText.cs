using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Seq2Seq.Host.Documents;

/// <summary>Text that nbformat keeps as a list of lines, each with its newline, or as one string.</summary>
internal static class MultilineText
{
    /// <summary>The whole text; null if the node is neither.</summary>
    public static string? Read(JsonNode? node)
    {
        if (IsString(node)) return node!.GetValue<string>();
        if (node is not JsonArray lines) return null;
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            if (!IsString(line)) return null;
            text.Append(line!.GetValue<string>());
        }
        return text.ToString();
    }

    /// <summary>A list of lines.</summary>
    public static JsonArray Write(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var found and >= 0 ? found + 1 : text.Length;
            lines.Add((JsonNode)text[start..end]);
            start = end;
        }
        return lines;
    }

    private static bool IsString(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String;
}
