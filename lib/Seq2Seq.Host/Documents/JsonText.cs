using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Seq2Seq.Host.Documents;

/// <summary>
/// JSON as Jupyter writes it: one space of indent, nothing escaped that need not be, numbers as they were read.
/// Key order is the order of the tree, so that a file that is read and written stays the same byte for byte.
/// </summary>
internal static class JsonText
{
    private static readonly JsonDocumentOptions strict = new() { MaxDepth = 200 };

    /// <summary>The tree of a JSON text.</summary>
    /// <exception cref="DocumentException">It is damaged: with line and column.</exception>
    public static JsonNode? Parse(string text, string name)
    {
        try
        {
            var node = JsonNode.Parse(text, documentOptions: strict);
            Touch(node);
            return node;
        }
        catch (JsonException exception)
        {
            var line = exception.LineNumber is { } number ? $" line {number + 1}, column {Column(text, number, exception.BytePositionInLine ?? 0)}" : "";
            var reason = exception.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0].Replace(" which is not supported in this mode. Change the reader options.", ".", StringComparison.Ordinal);
            throw new DocumentException($"{name}:{line}: not valid JSON: {reason}");
        }
        catch (ArgumentException exception) when (exception.Message.Contains("same key", StringComparison.Ordinal))
        {
            throw new DocumentException($"{name}: not valid JSON: {exception.Message.Split(" (Parameter")[0]}");
        }
        catch (InvalidOperationException exception)
        {
            throw new DocumentException($"{name}: not valid text: {exception.Message}");
        }
    }

    /// <summary>The text of a tree, with a newline at its end.</summary>
    public static string Write(JsonNode node)
    {
        var text = new StringBuilder();
        Write(text, node, 0);
        return text.Append('\n').ToString();
    }

    // Strings and keys are decoded lazily: a broken escape shall be found while reading.
    private static void Touch(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var (_, value) in map) Touch(value);
                break;
            case JsonArray list:
                foreach (var item in list) Touch(item);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                value.GetValue<string>();
                break;
        }
    }

    private static int Column(string text, long line, long bytes)
    {
        var start = 0;
        for (var i = 0L; i < line; i++) start = text.IndexOf('\n', start) + 1;
        var column = 1;
        foreach (var rune in text[start..].EnumerateRunes())
        {
            bytes -= rune.Utf8SequenceLength;
            if (bytes < 0) break;
            column++;
        }
        return column;
    }

    private static void Write(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject { Count: 0 }:
                text.Append("{}");
                break;
            case JsonArray { Count: 0 }:
                text.Append("[]");
                break;
            case JsonObject map:
                text.Append('{');
                var first = true;
                foreach (var (key, value) in map)
                {
                    NewLine(text, ref first, depth + 1);
                    WriteString(text, key);
                    text.Append(": ");
                    Write(text, value, depth + 1);
                }
                text.Append('\n').Append(' ', depth).Append('}');
                break;
            case JsonArray list:
                text.Append('[');
                first = true;
                foreach (var item in list)
                {
                    NewLine(text, ref first, depth + 1);
                    Write(text, item, depth + 1);
                }
                text.Append('\n').Append(' ', depth).Append(']');
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                WriteString(text, value.GetValue<string>());
                break;
            default:
                text.Append(node.ToJsonString());
                break;
        }
    }

    private static void NewLine(StringBuilder text, ref bool first, int depth)
    {
        text.Append(first ? "\n" : ",\n").Append(' ', depth);
        first = false;
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            switch (character)
            {
                case '"':
                    text.Append("\\\"");
                    break;
                case '\\':
                    text.Append("\\\\");
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                case '\b':
                    text.Append("\\b");
                    break;
                case '\f':
                    text.Append("\\f");
                    break;
                case < ' ':
                    text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
                    break;
                default:
                    text.Append(character);
                    break;
            }
        }
        text.Append('"');
    }
}
