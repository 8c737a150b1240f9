using System.Buffers;
using System.Text.Json;

namespace Seq2Seq.Files;

/// <summary>The JSON header of a safetensors file.</summary>
internal sealed class SafeTensorsHeader
{
    private const string MetadataName = "__metadata__";
    private const int MostDimensions = 64;

    private SafeTensorsHeader(List<Entry> entries, Dictionary<string, string> metadata) =>
        (Entries, Metadata) = (entries, metadata);

    public IReadOnlyList<Entry> Entries { get; }

    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>The header of these tensors, whose values follow in this order; padded with blanks to 8 bytes.</summary>
    public static byte[] Compose(
        IReadOnlyList<KeyValuePair<string, Tensor>> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteMetadata(json, metadata);
            var begin = 0L;
            foreach (var (name, tensor) in tensors)
            {
                if (name == MetadataName)
                    throw new ArgumentException($"safetensors: a tensor can not be named '{MetadataName}'; rename it.");
                var end = begin + (tensor.numel() * TensorValues.SizeOf(tensor.dtype));
                json.WriteStartObject(name);
                json.WriteString("dtype", TensorValues.NameOf(tensor.dtype));
                WriteNumbers(json, "shape", tensor.shape);
                WriteNumbers(json, "data_offsets", [begin, end]);
                json.WriteEndObject();
                begin = end;
            }

            json.WriteEndObject();
        }

        var padding = (8 - (buffer.WrittenCount % 8)) % 8;
        return [.. buffer.WrittenSpan, .. Enumerable.Repeat((byte)' ', padding)];
    }

    /// <summary>Reads and checks a header; every number in it is checked against the bytes that follow.</summary>
    public static SafeTensorsHeader Parse(byte[] json, long dataLength, Func<string, Exception> damaged)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8 });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw damaged("its header is no JSON object");
            var entries = new List<Entry>();
            var metadata = new Dictionary<string, string>();
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (property.Name == MetadataName)
                    metadata = property.Value.EnumerateObject().ToDictionary(item => item.Name, item => item.Value.GetString() ?? "");
                else
                    entries.Add(ParseEntry(property, dataLength, damaged));
            }

            CheckPlaces(entries, dataLength, damaged);
            return new SafeTensorsHeader(entries, metadata);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or KeyNotFoundException
            or FormatException or ArgumentException)
        {
            throw damaged($"its header is not as it must be ({problem.Message.TrimEnd('.')})");
        }
    }

    private static Entry ParseEntry(JsonProperty property, long dataLength, Func<string, Exception> damaged)
    {
        var dtype = property.Value.GetProperty("dtype").GetString();
        if (TensorValues.TypeOf(dtype) is not { } type)
            throw damaged($"'{property.Name}' has the type '{dtype}'; F32, F64, I64, I32 and BOOL are read");
        var dimensions = property.Value.GetProperty("shape");
        if (dimensions.GetArrayLength() > MostDimensions)
            throw damaged($"'{property.Name}' has {dimensions.GetArrayLength()} dimensions");
        var shape = dimensions.EnumerateArray().Select(size => size.GetInt64()).ToArray();
        var offsets = property.Value.GetProperty("data_offsets");
        if (offsets.GetArrayLength() != 2)
            throw damaged($"'{property.Name}' has {offsets.GetArrayLength()} data_offsets instead of 2");
        var (begin, end) = (offsets[0].GetInt64(), offsets[1].GetInt64());
        if (begin < 0 || end < begin || end > dataLength)
            throw damaged($"'{property.Name}' lies at [{begin}, {end}), but there are {dataLength} bytes of values");
        if (Length(type, shape) != end - begin || end - begin > Array.MaxLength)
            throw damaged($"'{property.Name}' of shape [{string.Join(", ", shape)}] does not fill its {end - begin} bytes");
        return new Entry(property.Name, type, shape, begin, end);
    }

    // −1 for a shape that no memory could hold.
    private static long Length(ScalarType type, long[] shape)
    {
        try
        {
            return shape.Any(size => size < 0)
                ? -1
                : shape.Aggregate((long)TensorValues.SizeOf(type), (product, size) => checked(product * size));
        }
        catch (OverflowException)
        {
            return -1;
        }
    }

    private static void CheckPlaces(List<Entry> entries, long dataLength, Func<string, Exception> damaged)
    {
        var place = 0L;
        var names = new HashSet<string>();
        foreach (var entry in entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End))
        {
            if (!names.Add(entry.Name))
                throw damaged($"the name '{entry.Name}' comes twice");
            if (entry.Begin != place)
                throw damaged($"'{entry.Name}' begins at {entry.Begin}, but the values before it end at {place}");
            place = entry.End;
        }

        if (place != dataLength)
            throw damaged($"its values end at {place} of {dataLength} bytes");
    }

    private static void WriteMetadata(Utf8JsonWriter json, IReadOnlyDictionary<string, string>? metadata)
    {
        if (metadata is not { Count: > 0 })
            return;
        json.WriteStartObject(MetadataName);
        foreach (var (name, text) in metadata.OrderBy(item => item.Key, StringComparer.Ordinal))
            json.WriteString(name, text);
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, long[] numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    /// <summary>One tensor: its bytes lie from Begin up to End after the header.</summary>
    internal sealed record Entry(string Name, ScalarType DType, long[] Shape, long Begin, long End);
}
