namespace Seq2Seq.Tensors;

/// <summary>From plain numbers to scalars and back.</summary>
public static class ScalarExtensionMethods
{
    /// <summary>A number for an operation.</summary>
    /// <param name="value">The number.</param>
    public static Scalar ToScalar(this byte value) => value;

    /// <summary>A number for an operation.</summary>
    /// <param name="value">The number.</param>
    public static Scalar ToScalar(this sbyte value) => value;

    /// <summary>A number for an operation.</summary>
    /// <param name="value">The number.</param>
    public static Scalar ToScalar(this short value) => value;

    /// <summary>A number for an operation.</summary>
    /// <param name="value">The number.</param>
    public static Scalar ToScalar(this int value) => value;

    /// <summary>A number for an operation.</summary>
    /// <param name="value">The number.</param>
    public static Scalar ToScalar(this long value) => value;

    /// <summary>A number for an operation.</summary>
    /// <param name="value">The number.</param>
    public static Scalar ToScalar(this float value) => value;

    /// <summary>A number for an operation.</summary>
    /// <param name="value">The number.</param>
    public static Scalar ToScalar(this double value) => value;

    /// <summary>A truth value for an operation.</summary>
    /// <param name="value">The truth value.</param>
    public static Scalar ToScalar(this bool value) => value;

    /// <summary>The number as a 32-bit floating-point number.</summary>
    /// <param name="value">The scalar.</param>
    public static float ToSingle(this Scalar value) => (float)value.Real;

    /// <summary>The number as a 64-bit floating-point number.</summary>
    /// <param name="value">The scalar.</param>
    public static double ToDouble(this Scalar value) => value.Real;

    /// <summary>The number as a signed 8-bit integer, fractions cut.</summary>
    /// <param name="value">The scalar.</param>
    public static sbyte ToSByte(this Scalar value) => unchecked((sbyte)value.Integer);

    /// <summary>The number as an unsigned 8-bit integer, fractions cut.</summary>
    /// <param name="value">The scalar.</param>
    public static byte ToByte(this Scalar value) => unchecked((byte)value.Integer);

    /// <summary>The number as a 16-bit integer, fractions cut.</summary>
    /// <param name="value">The scalar.</param>
    public static short ToInt16(this Scalar value) => unchecked((short)value.Integer);

    /// <summary>The number as a 32-bit integer, fractions cut.</summary>
    /// <param name="value">The scalar.</param>
    public static int ToInt32(this Scalar value) => unchecked((int)value.Integer);

    /// <summary>The number as a 64-bit integer, fractions cut.</summary>
    /// <param name="value">The scalar.</param>
    public static long ToInt64(this Scalar value) => value.Integer;

    /// <summary>True unless the number is zero.</summary>
    /// <param name="value">The scalar.</param>
    public static bool ToBoolean(this Scalar value) => value.Real != 0 || value.Integer != 0;
}
