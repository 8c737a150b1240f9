using System.Numerics;

namespace Seq2Seq.Tensors;

/// <summary>Work to be done for one element type.</summary>
internal interface IElementBody
{
    void Run<T>()
        where T : unmanaged, INumber<T>;
}

/// <summary>What is to be known of an element type, and the one switch from it to a C# type (Bool runs as byte).</summary>
internal static class ElementTypes
{
    public static void Dispatch<TBody>(torch.ScalarType type, ref TBody body)
        where TBody : struct, IElementBody
    {
        switch (type)
        {
            case torch.ScalarType.Float32: body.Run<float>(); break;
            case torch.ScalarType.Float64: body.Run<double>(); break;
            case torch.ScalarType.Int64: body.Run<long>(); break;
            case torch.ScalarType.Int32: body.Run<int>(); break;
            case torch.ScalarType.Int16: body.Run<short>(); break;
            case torch.ScalarType.Int8: body.Run<sbyte>(); break;
            case torch.ScalarType.Byte or torch.ScalarType.Bool: body.Run<byte>(); break;
            default: throw Throw.UnknownType(type);
        }
    }

    public static int Size(this torch.ScalarType type) => type switch
    {
        torch.ScalarType.Float32 or torch.ScalarType.Int32 => 4,
        torch.ScalarType.Float64 or torch.ScalarType.Int64 => 8,
        torch.ScalarType.Int16 => 2,
        torch.ScalarType.Byte or torch.ScalarType.Int8 or torch.ScalarType.Bool => 1,
        _ => throw Throw.UnknownType(type),
    };

    public static bool IsFloat(this torch.ScalarType type) =>
        type is torch.ScalarType.Float32 or torch.ScalarType.Float64;

    public static torch.ScalarType Of(Type type) =>
        type == typeof(float) ? torch.ScalarType.Float32
        : type == typeof(double) ? torch.ScalarType.Float64
        : type == typeof(long) ? torch.ScalarType.Int64
        : type == typeof(int) ? torch.ScalarType.Int32
        : type == typeof(short) ? torch.ScalarType.Int16
        : type == typeof(sbyte) ? torch.ScalarType.Int8
        : type == typeof(byte) ? torch.ScalarType.Byte
        : type == typeof(bool) ? torch.ScalarType.Bool
        : throw Throw.NotAnElementType(type);

    /// <summary>0 for Bool, 1 for integers, 2 for floating point: the higher kind decides a mixed result.</summary>
    public static int Kind(this torch.ScalarType type) =>
        type == torch.ScalarType.Bool ? 0 : type.IsFloat() ? 2 : 1;
}
