using System.Numerics;

namespace Seq2Seq.Tensors;

/// <summary>Conversions between element types that give the same result on every processor.</summary>
internal static class ElementConversion
{
    public static T Integer<T>(long value)
        where T : unmanaged, INumber<T> => T.CreateTruncating(value);

    /// <summary>Floating point to integer cuts the fraction; NaN and out of range give the smallest 64-bit integer.</summary>
    public static TTo Element<TFrom, TTo>(TFrom value)
        where TFrom : unmanaged, INumber<TFrom>
        where TTo : unmanaged, INumber<TTo>
    {
        if (typeof(TFrom) == typeof(TTo))
            return (TTo)(object)value;
        if (typeof(TTo) == typeof(float) || typeof(TTo) == typeof(double))
            return TTo.CreateTruncating(value);
        if (typeof(TFrom) != typeof(float) && typeof(TFrom) != typeof(double))
            return TTo.CreateTruncating(value);
        var real = double.CreateTruncating(value);
        var whole = double.IsNaN(real) || Math.Abs(real) >= 9223372036854775808.0 ? long.MinValue : (long)real;
        return TTo.CreateTruncating(whole);
    }
}
