using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Seq2Seq.Files;

/// <summary>Named tensors in one file that holds nothing but numbers: reading it executes nothing.</summary>
/// <remarks>
/// The safetensors format (Hugging Face): 8 bytes little-endian length of the header, the header as JSON
/// (name: dtype, shape, data_offsets; and <c>__metadata__</c>, strings), then the numbers row by row, without gaps. PyTorch and others
/// read the same files.
/// </remarks>
public static class SafeTensors
{
    private const string Metadata = "__metadata__";
    private const long LongestHeader = 100_000_000;

    /// <summary>Writes tensors in one atomic step, in the order of their names.</summary>
    public static void Save(
        string path, IEnumerable<KeyValuePair<string, Tensor>> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        var entries = tensors.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => (entry.Key, entry.Value.shape, Type: TypeOf(entry.Key, entry.Value), Bytes: BytesOf(entry.Value)))
            .ToArray();
        AtomicFile.Write(path, stream =>
        {
            var header = Header(entries.Select(e => (e.Key, e.shape, e.Type, (long)e.Bytes.Length)), metadata);
            Span<byte> length = stackalloc byte[8];
            BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
            stream.Write(length);
            stream.Write(header);
            foreach (var entry in entries) stream.Write(entry.Bytes);
        });
    }

    /// <summary>Reads every tensor. A file that is cut off, or whose header lies, gives an error that says so.</summary>
    public static Dictionary<string, Tensor> Load(string path) => Load(path, out _);

    /// <summary>Reads every tensor and the file's own notes.</summary>
    public static Dictionary<string, Tensor> Load(string path, out IReadOnlyDictionary<string, string> metadata)
    {
        var bytes = File.ReadAllBytes(path);
        try
        {
            if (bytes.Length < 8) throw new FormatException($"it has {bytes.Length} bytes, not even the 8 of its header's length");
            var length = BinaryPrimitives.ReadInt64LittleEndian(bytes);
            if (length < 2 || length > LongestHeader || length > bytes.Length - 8)
            {
                throw new FormatException($"its header claims {length} bytes of a file of {bytes.Length}");
            }

            using var header = JsonDocument.Parse(bytes.AsMemory(8, (int)length), new JsonDocumentOptions { MaxDepth = 8 });
            var notes = new Dictionary<string, string>(StringComparer.Ordinal);
            var found = new Dictionary<string, Tensor>(StringComparer.Ordinal);
            var data = bytes.AsMemory(8 + (int)length);
            var end = 0L;
            foreach (var entry in header.RootElement.EnumerateObject().OrderBy(StartOf))
            {
                if (entry.NameEquals(Metadata))
                {
                    foreach (var note in entry.Value.EnumerateObject()) notes[note.Name] = note.Value.GetString() ?? "";
                    continue;
                }

                if (!found.TryAdd(entry.Name, Read(entry, data, ref end)))
                {
                    throw new FormatException($"it names '{entry.Name}' twice");
                }
            }

            if (end != data.Length) throw new FormatException($"its header accounts for {end} of {data.Length} bytes of numbers");
            metadata = notes;
            return found;
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException or KeyNotFoundException
            or OverflowException or IndexOutOfRangeException)
        {
            throw new InvalidDataException(
                $"SafeTensors.Load: {path} is no whole safetensors file: {e.Message}. Take a copy that was not cut off, or save it anew.", e);
        }
    }

    private static long StartOf(JsonProperty entry) =>
        entry.NameEquals(Metadata) ? -1 : entry.Value.GetProperty("data_offsets")[0].GetInt64();

    private static Tensor Read(JsonProperty entry, ReadOnlyMemory<byte> data, ref long end)
    {
        var shape = entry.Value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()).ToArray();
        if (shape.Any(size => size < 0)) throw new FormatException($"'{entry.Name}' has a negative size");
        var offsets = entry.Value.GetProperty("data_offsets");
        var (from, to) = (offsets[0].GetInt64(), offsets[1].GetInt64());
        if (from != end || to < from || to > data.Length)
        {
            throw new FormatException($"'{entry.Name}' claims the bytes {from} to {to}; expected them to begin at {end} and to end by {data.Length}");
        }

        var type = entry.Value.GetProperty("dtype").GetString();
        var size = type switch
        {
            "F32" or "I32" => 4,
            "F64" or "I64" => 8,
            "BOOL" => 1,
            _ => throw new FormatException($"'{entry.Name}' has the type {type}; F32, F64, I64, I32 and BOOL are read"),
        };
        var count = shape.Aggregate(1L, (product, n) => checked(product * n));
        if (checked(count * size) != to - from)
        {
            throw new FormatException($"'{entry.Name}' has {to - from} bytes for {count} numbers of {size} bytes");
        }

        end = to;
        var bytes = data.Span[(int)from..(int)to];
        var flat = type switch
        {
            "F32" => tensor(MemoryMarshal.Cast<byte, float>(bytes).ToArray()),
            "F64" => tensor(MemoryMarshal.Cast<byte, double>(bytes).ToArray()),
            "I64" => tensor(MemoryMarshal.Cast<byte, long>(bytes).ToArray()),
            "I32" => tensor(MemoryMarshal.Cast<byte, int>(bytes).ToArray()),
            _ => tensor(bytes.ToArray().Select(b => b != 0).ToArray()),
        };
        return flat.reshape(shape);
    }

    private static byte[] Header(
        IEnumerable<(string Name, long[] Shape, string Type, long Length)> entries, IReadOnlyDictionary<string, string>? metadata)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (metadata is { Count: > 0 })
            {
                json.WriteStartObject(Metadata);
                foreach (var (name, note) in metadata.OrderBy(x => x.Key, StringComparer.Ordinal)) json.WriteString(name, note);
                json.WriteEndObject();
            }

            var start = 0L;
            foreach (var (name, shape, type, length) in entries)
            {
                json.WriteStartObject(name);
                json.WriteString("dtype", type);
                json.WriteStartArray("shape");
                foreach (var size in shape) json.WriteNumberValue(size);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(start);
                json.WriteNumberValue(start += length);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        // Blanks up to a multiple of 8, so that the numbers are aligned.
        while (buffer.Length % 8 != 0) buffer.WriteByte((byte)' ');
        return buffer.ToArray();
    }

    private static string TypeOf(string name, Tensor value) => value.dtype switch
    {
        ScalarType.Float32 => "F32",
        ScalarType.Float64 => "F64",
        ScalarType.Int64 => "I64",
        ScalarType.Int32 => "I32",
        ScalarType.Bool => "BOOL",
        _ => throw new ArgumentException(
            $"SafeTensors.Save: '{name}' has the type {value.dtype}; expected Float32, Float64, Int64, Int32 or Bool. Convert it first."),
    };

    // .NET runs on little-endian machines only where this library does (x64, arm64).
    private static byte[] BytesOf(Tensor value)
    {
        var flat = value.detach().contiguous();
        return value.dtype switch
        {
            ScalarType.Float32 => MemoryMarshal.AsBytes(flat.data<float>().ToArray().AsSpan()).ToArray(),
            ScalarType.Float64 => MemoryMarshal.AsBytes(flat.data<double>().ToArray().AsSpan()).ToArray(),
            ScalarType.Int64 => MemoryMarshal.AsBytes(flat.data<long>().ToArray().AsSpan()).ToArray(),
            ScalarType.Int32 => MemoryMarshal.AsBytes(flat.data<int>().ToArray().AsSpan()).ToArray(),
            _ => [.. flat.data<bool>().ToArray().Select(b => (byte)(b ? 1 : 0))],
        };
    }
}
