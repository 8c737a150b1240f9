using System.Runtime.InteropServices;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Serialization;

/// <summary>The values of a tensor as little-endian bytes in row-major order, whatever its strides.</summary>
internal static class TensorBytes
{
    public static bool Knows(ScalarType dtype) => dtype is ScalarType.Byte or ScalarType.Int8 or ScalarType.Int16
        or ScalarType.Int32 or ScalarType.Int64 or ScalarType.Float32 or ScalarType.Float64 or ScalarType.Bool;

    public static int SizeOf(ScalarType dtype) => dtype switch
    {
        ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool => 1,
        ScalarType.Int16 => 2,
        ScalarType.Int32 or ScalarType.Float32 => 4,
        _ => 8,
    };

    public static void Write(Tensor tensor, Stream stream)
    {
        switch (tensor.dtype)
        {
            case ScalarType.Float32: Write<float>(tensor, stream); break;
            case ScalarType.Float64: Write<double>(tensor, stream); break;
            case ScalarType.Int64: Write<long>(tensor, stream); break;
            case ScalarType.Int32: Write<int>(tensor, stream); break;
            case ScalarType.Bool: Write<bool>(tensor, stream); break;
            default: throw Unsupported(tensor.dtype);
        }
    }

    public static void Fill(Tensor tensor, ReadOnlySpan<byte> bytes)
    {
        switch (tensor.dtype)
        {
            case ScalarType.Float32: Fill<float>(tensor, bytes); break;
            case ScalarType.Float64: Fill<double>(tensor, bytes); break;
            case ScalarType.Int64: Fill<long>(tensor, bytes); break;
            case ScalarType.Int32: Fill<int>(tensor, bytes); break;
            case ScalarType.Bool: Fill<bool>(tensor, bytes); break;
            default: throw Unsupported(tensor.dtype);
        }
    }

    private static void Write<T>(Tensor tensor, Stream stream)
        where T : unmanaged
    {
        using var values = tensor.data<T>();
        stream.Write(MemoryMarshal.AsBytes(values.ToArray().AsSpan()));
    }

    private static void Fill<T>(Tensor tensor, ReadOnlySpan<byte> bytes)
        where T : unmanaged
    {
        using var values = tensor.data<T>();
        values.CopyFrom(MemoryMarshal.Cast<byte, T>(bytes));
    }

    private static NotSupportedException Unsupported(ScalarType dtype) =>
        new($"save/load: {dtype} tensors are not kept in files; convert to Float32, Float64, Int64, Int32 or Bool first.");
}
