using System.Text.Json;

namespace Seq2Seq.Host.Jupyter;

/// <summary>Pieces of content that several messages share.</summary>
internal static class Replies
{
    /// <summary>Status ok.</summary>
    public static void Ok(Utf8JsonWriter json) => json.WriteString("status", "ok");

    /// <summary>Status error and what it was.</summary>
    public static void Error(Utf8JsonWriter json, string name, string value, IReadOnlyList<string> traceback)
    {
        json.WriteString("status", "error");
        ErrorFields(json, name, value, traceback);
    }

    /// <summary>What the error was: the content of an <c>error</c> message.</summary>
    public static void ErrorFields(Utf8JsonWriter json, string name, string value, IReadOnlyList<string> traceback)
    {
        json.WriteString("ename", name);
        json.WriteString("evalue", value);
        json.WriteStartArray("traceback");
        foreach (var line in traceback)
            json.WriteStringValue(line);
        json.WriteEndArray();
    }

    /// <summary><c>data</c> and <c>metadata</c>: JSON types as JSON, everything else as text.</summary>
    public static void Bundle(Utf8JsonWriter json, IReadOnlyDictionary<string, string> data)
    {
        json.WriteStartObject("data");
        foreach (var (mime, text) in data)
        {
            json.WritePropertyName(mime);
            if (IsJson(mime) && TryParse(text, out var value))
                value.WriteTo(json);
            else
                json.WriteStringValue(text);
        }

        json.WriteEndObject();
        EmptyObject(json, "metadata");
    }

    /// <summary>An object without fields.</summary>
    public static void EmptyObject(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject(name);
        json.WriteEndObject();
    }

    private static bool IsJson(string mime) => mime == "application/json" || mime.EndsWith("+json", StringComparison.Ordinal);

    private static bool TryParse(string text, out JsonElement value)
    {
        try
        {
            value = JsonElement.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            value = default;
            return false;
        }
    }
}
