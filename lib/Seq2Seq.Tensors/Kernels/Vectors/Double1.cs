using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>One double: the width of all double-precision kernels.</summary>
internal readonly unsafe struct Double1(double value) : IVector<Double1>
{
    public readonly double Value = value;

    public static int Count => 1;

    public static bool IsDouble => true;

    private static Double1 True => new(BitConverter.Int64BitsToDouble(-1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 Constant(double value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 Spread(void* p, nint i) => new(((double*)p)[i]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 Load(void* p, nint i) => new(((double*)p)[i]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Double1 value, void* p, nint i) => ((double*)p)[i] = value.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Stream(Double1 value, void* p, nint i) => Store(value, p, i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 operator +(Double1 a, Double1 b) => new(a.Value + b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 operator -(Double1 a, Double1 b) => new(a.Value - b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 operator *(Double1 a, Double1 b) => new(a.Value * b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 operator /(Double1 a, Double1 b) => new(a.Value / b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 operator -(Double1 a) => new(-a.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 MultiplyAdd(Double1 a, Double1 b, Double1 c) => new(Math.FusedMultiplyAdd(a.Value, b.Value, c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 Sqrt(Double1 a) => new(Math.Sqrt(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 Abs(Double1 a) => new(Math.Abs(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 Greater(Double1 a, Double1 b) => a.Value > b.Value ? True : default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 GreaterOrEqual(Double1 a, Double1 b) => a.Value >= b.Value ? True : default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 Equal(Double1 a, Double1 b) => a.Value == b.Value ? True : default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 Select(Double1 mask, Double1 a, Double1 b) => BitConverter.DoubleToInt64Bits(mask.Value) != 0 ? a : b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 AtMost(Double1 a, Double1 bound) => a.Value > bound.Value ? bound : a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 AtLeast(Double1 a, Double1 bound) => bound.Value > a.Value ? bound : a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 Floor(Double1 a) => new(Math.Floor(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 Ceiling(Double1 a) => new(Math.Ceiling(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 Truncate(Double1 a) => new(Math.Truncate(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 Round(Double1 a) => new(Math.Round(a.Value));

    public static Double1 Scale(Double1 a, Double1 k) => new(Math.ScaleB(a.Value, (int)k.Value));

    public static Double1 SplitExponent(Double1 a, out Double1 mantissa)
    {
        var bits = BitConverter.DoubleToInt64Bits(a.Value);
        var exponent = (bits - 0x3FE6A09E667F3BCD) >> 52;
        mantissa = new(BitConverter.Int64BitsToDouble(bits - (exponent << 52)));
        return new(exponent);
    }

    public static Double1 CopySign(Double1 a, Double1 b) => new(Math.CopySign(a.Value, b.Value));
}
