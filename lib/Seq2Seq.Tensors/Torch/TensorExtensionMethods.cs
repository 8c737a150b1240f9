namespace Seq2Seq.Tensors;

/// <summary>Conversions that TorchSharp gives as extensions.</summary>
public static partial class TensorExtensionMethods
{
    /// <summary>The one element as a 32-bit floating-point number.</summary>
    /// <param name="value">The tensor.</param>
    public static float ToSingle(this torch.Tensor value) => Check(value).ToScalar().ToSingle();

    /// <summary>The one element as a 64-bit floating-point number.</summary>
    /// <param name="value">The tensor.</param>
    public static double ToDouble(this torch.Tensor value) => Check(value).ToScalar().ToDouble();

    /// <summary>The one element as a 64-bit integer.</summary>
    /// <param name="value">The tensor.</param>
    public static long ToInt64(this torch.Tensor value) => Check(value).ToScalar().ToInt64();

    /// <summary>The one element as a 32-bit integer.</summary>
    /// <param name="value">The tensor.</param>
    public static int ToInt32(this torch.Tensor value) => Check(value).ToScalar().ToInt32();

    /// <summary>The one element as a 16-bit integer.</summary>
    /// <param name="value">The tensor.</param>
    public static short ToInt16(this torch.Tensor value) => Check(value).ToScalar().ToInt16();

    /// <summary>The one element as an unsigned 8-bit integer.</summary>
    /// <param name="value">The tensor.</param>
    public static byte ToByte(this torch.Tensor value) => Check(value).ToScalar().ToByte();

    /// <summary>The one element as a signed 8-bit integer.</summary>
    /// <param name="value">The tensor.</param>
    public static sbyte ToSByte(this torch.Tensor value) => Check(value).ToScalar().ToSByte();

    /// <summary>The one element, true unless zero.</summary>
    /// <param name="value">The tensor.</param>
    public static bool ToBoolean(this torch.Tensor value) => Check(value).ToScalar().ToBoolean();

    /// <summary>A parameter in the tensor's place; the tensor is invalid afterwards.</summary>
    /// <param name="tensor">The tensor.</param>
    public static Modules.Parameter AsParameter(this torch.Tensor tensor) => new(tensor);

    private static torch.Tensor Check(torch.Tensor value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value;
    }
}
