using System.Buffers.Binary;

namespace Seq2Seq.Files;

/// <summary>
/// The safetensors format: a header of names, types, shapes and places as JSON, then the values. A file holds numbers only; reading
/// one executes nothing and allocates no more than the file holds.
/// </summary>
/// <remarks>
/// Layout: 8 bytes little-endian length n, n bytes of JSON, values. Each entry of the JSON has dtype, shape and data_offsets, two places
/// counted from the end of the header; "__metadata__" holds free text. Values lie without gaps, row by row, little-endian.
/// </remarks>
public static class SafeTensors
{
    // The format's own limit, which also keeps a damaged length from costing memory.
    private const long LongestHeader = 100_000_000;

    /// <summary>Writes tensors to a file; the old file stays until the new one is complete on disk.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tensors">What is written, under which names.</param>
    /// <param name="metadata">Free text that travels with the values.</param>
    public static void Save(
        string path, IEnumerable<KeyValuePair<string, Tensor>> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(tensors);
        AtomicFile.Write(path, stream => Write(stream, tensors, metadata));
    }

    /// <summary>Writes the parameters and buffers of a module to a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="module">What is written.</param>
    /// <param name="metadata">Free text that travels with the values.</param>
    public static void Save(string path, nn.Module module, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        Save(path, module.state_dict(), metadata);
    }

    /// <summary>Writes tensors to a stream, sorted by name so that the same tensors give the same bytes.</summary>
    /// <param name="stream">Where the file begins.</param>
    /// <param name="tensors">What is written, under which names.</param>
    /// <param name="metadata">Free text that travels with the values.</param>
    public static void Write(
        Stream stream, IEnumerable<KeyValuePair<string, Tensor>> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tensors);
        var entries = tensors.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToList();
        var header = SafeTensorsHeader.Compose(entries, metadata);
        var length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (var (_, tensor) in entries)
            TensorValues.Write(tensor, stream);
    }

    /// <summary>Reads all tensors of a file.</summary>
    /// <param name="path">The file.</param>
    public static Dictionary<string, Tensor> Load(string path) => Load(path, out _);

    /// <summary>Reads all tensors of a file and the free text that came with them.</summary>
    /// <param name="path">The file.</param>
    /// <param name="metadata">The free text.</param>
    public static Dictionary<string, Tensor> Load(string path, out IReadOnlyDictionary<string, string> metadata)
    {
        using var stream = Open(path);
        (var tensors, metadata) = Read(stream, path);
        return tensors;
    }

    /// <summary>Reads a file into a module, which must have been built alike. Nothing is changed unless all of it fits.</summary>
    /// <param name="path">The file.</param>
    /// <param name="module">What is filled.</param>
    /// <returns>The free text that came with the values.</returns>
    public static IReadOnlyDictionary<string, string> Load(string path, nn.Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        using var stream = Open(path);
        using var scope = torch.NewDisposeScope();
        var (tensors, metadata) = Read(stream, path);
        var own = module.state_dict();
        Check(path, tensors, own);
        using var _ = torch.no_grad();
        foreach (var (name, tensor) in own)
            tensor.copy_(tensors[name]);
        return metadata;
    }

    /// <summary>Reads the free text of a file without its values.</summary>
    /// <param name="path">The file.</param>
    public static IReadOnlyDictionary<string, string> Metadata(string path)
    {
        using var stream = Open(path);
        return ReadHeader(stream, path).Metadata;
    }

    private static (Dictionary<string, Tensor> Tensors, IReadOnlyDictionary<string, string> Metadata) Read(
        FileStream stream, string path)
    {
        var header = ReadHeader(stream, path);
        var start = stream.Position;
        var tensors = new Dictionary<string, Tensor>();
        foreach (var entry in header.Entries)
        {
            stream.Position = start + entry.Begin;
            var bytes = new byte[entry.End - entry.Begin];
            stream.ReadExactly(bytes);
            tensors.Add(entry.Name, TensorValues.Make(entry.DType, entry.Shape, bytes));
        }

        return (tensors, header.Metadata);
    }

    private static SafeTensorsHeader ReadHeader(FileStream stream, string path)
    {
        Span<byte> prefix = stackalloc byte[8];
        if (stream.Length < 8)
            throw Damaged(path, $"it has {stream.Length} bytes, but a header needs 8 and more");
        stream.ReadExactly(prefix);
        var length = BinaryPrimitives.ReadInt64LittleEndian(prefix);
        if (length is < 2 or > LongestHeader || length > stream.Length - 8)
            throw Damaged(path, $"its header claims {length} bytes, the file has {stream.Length}");
        var json = new byte[length];
        stream.ReadExactly(json);
        return SafeTensorsHeader.Parse(json, stream.Length - stream.Position, problem => Damaged(path, problem));
    }

    private static FileStream Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return File.Exists(path)
            ? File.OpenRead(path)
            : throw new FileNotFoundException($"safetensors: there is no file '{path}'; give the path that was passed to Save.", path);
    }

    private static void Check(string path, Dictionary<string, Tensor> file, Dictionary<string, Tensor> module)
    {
        var missing = module.Keys.Except(file.Keys).Order(StringComparer.Ordinal).ToList();
        var unknown = file.Keys.Except(module.Keys).Order(StringComparer.Ordinal).ToList();
        if (missing.Count + unknown.Count > 0)
        {
            throw new ArgumentException(
                $"safetensors: '{path}' does not fit the module: missing [{string.Join(", ", missing)}], "
                + $"unknown [{string.Join(", ", unknown)}]. Build the module as it was when saved.");
        }

        foreach (var (name, tensor) in module)
        {
            if (tensor.dtype != file[name].dtype || !tensor.shape.AsSpan().SequenceEqual(file[name].shape))
            {
                throw new ArgumentException(
                    $"safetensors: '{name}' of '{path}' is {file[name].dtype} [{string.Join(", ", file[name].shape)}], the module's "
                    + $"{tensor.dtype} [{string.Join(", ", tensor.shape)}]. Build the module as it was when saved.");
            }
        }
    }

    private static InvalidDataException Damaged(string path, string problem) =>
        new($"safetensors: '{path}' can not be read: {problem}. The file is damaged, or it is no safetensors file.");
}
