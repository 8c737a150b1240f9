using System.Runtime.InteropServices;

namespace Seq2Seq.Files;

/// <summary>The values of a tensor as little-endian bytes, row by row.</summary>
internal static class TensorValues
{
    public static int SizeOf(ScalarType type) => type switch
    {
        ScalarType.Bool => 1,
        ScalarType.Float32 or ScalarType.Int32 => 4,
        ScalarType.Float64 or ScalarType.Int64 => 8,
        _ => throw Unsupported(type),
    };

    /// <summary>The type's name in the format.</summary>
    public static string NameOf(ScalarType type) => type switch
    {
        ScalarType.Float32 => "F32",
        ScalarType.Float64 => "F64",
        ScalarType.Int64 => "I64",
        ScalarType.Int32 => "I32",
        ScalarType.Bool => "BOOL",
        _ => throw Unsupported(type),
    };

    /// <summary>The type of that name, or null.</summary>
    public static ScalarType? TypeOf(string? name) => name switch
    {
        "F32" => ScalarType.Float32,
        "F64" => ScalarType.Float64,
        "I64" => ScalarType.Int64,
        "I32" => ScalarType.Int32,
        "BOOL" => ScalarType.Bool,
        _ => null,
    };

    public static void Write(Tensor tensor, Stream stream)
    {
        switch (tensor.dtype)
        {
            case ScalarType.Float32: Write<float>(tensor, stream); break;
            case ScalarType.Float64: Write<double>(tensor, stream); break;
            case ScalarType.Int64: Write<long>(tensor, stream); break;
            case ScalarType.Int32: Write<int>(tensor, stream); break;
            default: Write<bool>(tensor, stream); break;
        }
    }

    public static Tensor Make(ScalarType type, long[] shape, byte[] bytes) => type switch
    {
        ScalarType.Float32 => torch.tensor(Values<float>(bytes)).reshape(shape),
        ScalarType.Float64 => torch.tensor(Values<double>(bytes)).reshape(shape),
        ScalarType.Int64 => torch.tensor(Values<long>(bytes)).reshape(shape),
        ScalarType.Int32 => torch.tensor(Values<int>(bytes)).reshape(shape),

        // Any byte but 0 is true; a bool of another value would not be one.
        _ => torch.tensor(Array.ConvertAll(bytes, value => value != 0)).reshape(shape),
    };

    private static T[] Values<T>(byte[] bytes)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(bytes).ToArray();

    // Flat, because a multi-dimensional empty tensor can not be read on TorchSharp.
    private static void Write<T>(Tensor tensor, Stream stream)
        where T : unmanaged
    {
        using var scope = torch.NewDisposeScope();
        using var _ = torch.no_grad();
        stream.Write(MemoryMarshal.AsBytes(tensor.detach().reshape(-1).data<T>().ToArray().AsSpan()));
    }

    private static NotSupportedException Unsupported(ScalarType type) =>
        new($"safetensors: {type} tensors are not written; convert to Float32, Float64, Int64, Int32 or Bool first.");
}
