using System.Text;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Serialization;

/// <summary>TorchSharp's module format: a count, then name, dtype, shape and raw little-endian values of each tensor.</summary>
/// <remarks>
/// The format has no magic number and no checksum, so every number is checked against the module that is being filled and
/// against what is left of the file before anything is allocated; values are copied only after the whole file was read.
/// </remarks>
internal static class ModuleFile
{
    private const int LongestName = 65_536;
    private const int MostDimensions = 64;

    public static void Write(BinaryWriter writer, IReadOnlyCollection<KeyValuePair<string, Tensor>> entries)
    {
        writer.Write7BitEncodedInt(entries.Count);
        foreach (var (name, tensor) in entries)
        {
            writer.Write(name);
            WriteTensor(writer, tensor);
        }
    }

    /// <summary>dtype, number of dimensions, dimensions, values in row-major order.</summary>
    public static void WriteTensor(BinaryWriter writer, Tensor tensor)
    {
        writer.Write7BitEncodedInt((int)tensor.dtype);
        writer.Write7BitEncodedInt((int)tensor.dim());
        foreach (var size in tensor.shape)
            writer.Write7BitEncodedInt64(size);
        TensorBytes.Write(tensor, writer.BaseStream);
    }

    public static void Read(
        BinaryReader reader,
        Dictionary<string, Tensor> target,
        bool strict,
        IList<string> skip,
        Dictionary<string, bool>? loaded)
    {
        if (loaded is not null)
        {
            foreach (var name in target.Keys)
                loaded[name] = false;
        }

        var count = ReadNumber(reader, "the number of entries");
        if (strict && count != target.Count)
        {
            throw new ArgumentException(
                $"Mismatched state_dict sizes: expected {target.Count}, but found {count} entries. "
                + "Build the module as it was when saved, or pass strict: false.");
        }

        var values = new Dictionary<string, byte[]>();
        var seen = new HashSet<string>();
        for (var i = 0L; i < count; i++)
        {
            var name = ReadName(reader);
            if (!seen.Add(name))
                throw Damaged($"the name '{name}' comes twice");
            var known = target.TryGetValue(name, out var tensor);
            if (strict && !known)
            {
                throw new ArgumentException(
                    "Mismatched module state names: the target modules does not have a submodule or buffer named "
                    + $"'{name}'. Build the module as it was when saved, or pass strict: false.");
            }

            var (dtype, shape) = ReadHeader(reader, name);
            if (!known || skip.Contains(name))
                Skip(reader, Length(dtype, shape, name), name);
            else
                values[name] = ReadValues(reader, tensor!, dtype, shape, name);
        }

        foreach (var (name, bytes) in values)
        {
            TensorBytes.Fill(target[name], bytes);
            if (loaded is not null)
                loaded[name] = true;
        }
    }

    /// <summary>Reads one tensor into another of the same type and shape.</summary>
    public static void ReadTensor(BinaryReader reader, Tensor target, string name)
    {
        var (dtype, shape) = ReadHeader(reader, name);
        TensorBytes.Fill(target, ReadValues(reader, target, dtype, shape, name));
    }

    private static byte[] ReadValues(BinaryReader reader, Tensor target, ScalarType dtype, long[] shape, string name)
    {
        if (dtype != target.dtype)
        {
            throw new ArgumentException(
                $"Mismatched tensor data types while loading '{name}': the file has {dtype}, the module {target.dtype}. "
                + "Make sure that the model you are loading into is exactly the same as the origin.");
        }

        if (!shape.AsSpan().SequenceEqual(target.shape))
        {
            throw new ArgumentException(
                $"Mismatched tensor shape while loading '{name}': the file has [{string.Join(", ", shape)}], the module "
                + $"[{string.Join(", ", target.shape)}]. "
                + "Make sure that the model you are loading into is exactly the same as the origin.");
        }

        var length = Length(dtype, shape, name);
        CheckRest(reader, length, name);
        var bytes = new byte[length];
        if (reader.BaseStream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            throw Truncated($"the values of '{name}'");
        return bytes;
    }

    private static (ScalarType DType, long[] Shape) ReadHeader(BinaryReader reader, string name)
    {
        var dtype = (ScalarType)ReadNumber(reader, $"the type of '{name}'");
        if (!TensorBytes.Knows(dtype))
            throw Damaged($"'{name}' has the unknown type {(int)dtype}");
        var dimensions = ReadNumber(reader, $"the shape of '{name}'");
        if (dimensions > MostDimensions)
            throw Damaged($"'{name}' has {dimensions} dimensions");
        var shape = new long[dimensions];
        for (var d = 0; d < shape.Length; d++)
            shape[d] = ReadNumber(reader, $"the shape of '{name}'");
        return (dtype, shape);
    }

    private static string ReadName(BinaryReader reader)
    {
        var length = ReadNumber(reader, "a name");
        if (length is 0 or > LongestName)
            throw Damaged($"a name of {length} bytes");
        CheckRest(reader, length, "a name");
        var bytes = reader.ReadBytes((int)length);
        if (bytes.Length < length)
            throw Truncated("a name");
        return Encoding.UTF8.GetString(bytes);
    }

    private static long ReadNumber(BinaryReader reader, string what)
    {
        try
        {
            var number = reader.Read7BitEncodedInt64();
            return number >= 0 ? number : throw Damaged($"{what} is negative");
        }
        catch (EndOfStreamException)
        {
            throw Truncated(what);
        }
        catch (FormatException)
        {
            throw Damaged($"{what} is no number");
        }
    }

    private static long Length(ScalarType dtype, long[] shape, string name)
    {
        try
        {
            return shape.Aggregate((long)TensorBytes.SizeOf(dtype), (product, size) => checked(product * size));
        }
        catch (OverflowException)
        {
            throw Damaged($"'{name}' has the impossible shape [{string.Join(", ", shape)}]");
        }
    }

    private static void Skip(BinaryReader reader, long length, string name)
    {
        CheckRest(reader, length, $"'{name}'");
        Span<byte> chunk = stackalloc byte[4096];
        while (length > 0)
        {
            var read = reader.BaseStream.Read(chunk[..(int)Math.Min(length, chunk.Length)]);
            if (read == 0)
                throw Truncated($"the values of '{name}'");
            length -= read;
        }
    }

    // A stream that cannot tell its length is caught by the read itself.
    private static void CheckRest(BinaryReader reader, long length, string what)
    {
        if (reader.BaseStream.CanSeek && reader.BaseStream.Length - reader.BaseStream.Position < length)
            throw Truncated(what);
    }

    private static EndOfStreamException Truncated(string what) =>
        new($"load: the file ends within {what}; it was cut off, or it is no module file. Save it again.");

    private static InvalidDataException Damaged(string what) =>
        new($"load: {what}; the file is damaged, or it is no module file. Save it again.");
}
