using System.Text.Json;

namespace Seq2Seq.Host.Jupyter.Install;

/// <summary>A <c>kernel.json</c>: how a client starts this kernel.</summary>
internal static class KernelSpec
{
    /// <summary>The file's name in its kernel's folder.</summary>
    public const string FileName = "kernel.json";

    // Ours are told from others by this entry of their metadata.
    private const string Mark = "seq2seq-notebooks";

    /// <summary>The file's text. Absolute paths: VS Code hides a kernel whose first argument it can't find.</summary>
    public static string Write(string displayName, IReadOnlyList<string> command, string version)
    {
        var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }))
        {
            json.WriteStartObject();
            json.WriteStartArray("argv");
            foreach (var argument in command)
                json.WriteStringValue(argument);
            json.WriteEndArray();
            json.WriteString("display_name", displayName);
            json.WriteString("language", "C#");
            json.WriteString("interrupt_mode", "message");
            json.WriteStartObject("env");

            // Short cells run mostly compiler code: without profiling it is compiled once less, a quarter less time for each.
            json.WriteString("DOTNET_TieredPGO", "0");
            // 200 calls, not 30, make a method hot: a young kernel does not spend seconds of a core on compiling its compiler again.
            json.WriteString("DOTNET_TC_CallCountThreshold", "C8");
            // Calls are counted from the start: every cell brings new methods, and the counting otherwise waits for a tenth of a second without any.
            json.WriteString("DOTNET_TC_CallCountingDelayMs", "0");
            json.WriteEndObject();
            json.WriteStartObject("metadata");
            json.WriteBoolean("debugger", false);
            json.WriteStartObject(Mark);
            json.WriteString("version", version);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>Whether the kernel in this folder was installed by us.</summary>
    public static bool IsOurs(string folder)
    {
        try
        {
            var root = JsonElement.Parse(File.ReadAllBytes(Path.Combine(folder, FileName)));
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("metadata", out var metadata) &&
                metadata.ValueKind == JsonValueKind.Object && metadata.TryGetProperty(Mark, out _);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return false;
        }
    }
}
