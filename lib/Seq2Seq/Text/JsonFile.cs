using System.Text.Json;
using Seq2Seq.Files;

namespace Seq2Seq.Text;

/// <summary>Versioned JSON files: <c>{"format": ..., "version": 1, ...}</c>, written in one atomic step, read without
/// executing anything.</summary>
internal static class JsonFile
{
    private static readonly JsonWriterOptions Written = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Save(string path, string format, Action<Utf8JsonWriter> content) =>
        AtomicFile.Write(path, stream =>
    {
        using (var json = new Utf8JsonWriter(stream, Written))
        {
            json.WriteStartObject();
            json.WriteString("format", format);
            json.WriteNumber("version", 1);
            content(json);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    });

    public static T Load<T>(string path, string format, Func<JsonElement, T> read)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException(
                $"{path}: there is no such file; expected a {format} file. Take the whole folder it belongs to, or make it anew.", path);
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            var found = root.GetProperty("format").GetString();
            if (found != format)
                throw new InvalidDataException($"{path}: the file says its format is '{found}'; expected '{format}'.");
            var version = root.GetProperty("version").GetInt32();
            if (version == 1) return read(root);
            throw new InvalidDataException(
                $"{path}: {format} version {version}; expected version 1. Read it with the release that wrote it, or make it anew.");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new InvalidDataException(
                $"{path}: not a whole {format} file ({e.Message}) Make it anew, or take a copy that was not cut off.",
                e);
        }
    }

    public static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    public static string[] Strings(this JsonElement parent, string name) =>
        [.. parent.GetProperty(name).EnumerateArray()
            .Select(value => value.GetString() ?? throw new FormatException($"{name} holds a null."))];
}
