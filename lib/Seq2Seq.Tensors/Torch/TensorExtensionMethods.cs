namespace Seq2Seq.Tensors;

/// <summary>Conversions that TorchSharp gives as extensions.</summary>
public static class TensorExtensionMethods
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

    /// <summary>The one element, true unless zero.</summary>
    /// <param name="value">The tensor.</param>
    public static bool ToBoolean(this torch.Tensor value) => Check(value).ToScalar().ToBoolean();

    /// <summary>A parameter in the tensor's place; the tensor is invalid afterwards.</summary>
    /// <param name="tensor">The tensor.</param>
    public static Modules.Parameter AsParameter(this torch.Tensor tensor) => new(tensor);

    /// <summary>A plain number.</summary>
    /// <param name="value">The number.</param>
    public static Scalar ToScalar(this int value) => value;

    /// <summary>A plain number.</summary>
    /// <param name="value">The number.</param>
    public static Scalar ToScalar(this long value) => value;

    /// <summary>A plain number.</summary>
    /// <param name="value">The number.</param>
    public static Scalar ToScalar(this float value) => value;

    /// <summary>A plain number.</summary>
    /// <param name="value">The number.</param>
    public static Scalar ToScalar(this double value) => value;

    /// <summary>A truth value.</summary>
    /// <param name="value">The truth value.</param>
    public static Scalar ToScalar(this bool value) => value;

    private static torch.Tensor Check(torch.Tensor value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value;
    }
}
