using System.Text.Json;

namespace Seq2Seq.Host.Formatting;

/// <summary>A value as JSON, where a JSON MIME type is asked for.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>JSON text; null for another MIME type or a value that can't be serialised.</summary>
    public static string? Of(object? value, string mimeType)
    {
        if (!IsJson(mimeType)) return null;
        try
        {
            return JsonSerializer.Serialize(value, options);
        }
        catch (Exception exception) when (exception is NotSupportedException or JsonException)
        {
            return null;
        }
    }

    /// <summary><c>application/json</c> and every <c>+json</c>.</summary>
    public static bool IsJson(string mimeType) => mimeType == "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);
}
