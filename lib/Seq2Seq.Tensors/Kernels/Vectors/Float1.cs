using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>One float: the width of a machine without vectors.</summary>
internal readonly unsafe struct Float1(float value) : IVector<Float1>
{
    public readonly float Value = value;

    public static int Count => 1;

    public static bool IsDouble => false;

    private static Float1 True => new(BitConverter.Int32BitsToSingle(-1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 Constant(double value) => new((float)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 Spread(void* p, nint i) => new(((float*)p)[i]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 Load(void* p, nint i) => new(((float*)p)[i]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Float1 value, void* p, nint i) => ((float*)p)[i] = value.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Stream(Float1 value, void* p, nint i) => Store(value, p, i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 operator +(Float1 a, Float1 b) => new(a.Value + b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 operator -(Float1 a, Float1 b) => new(a.Value - b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 operator *(Float1 a, Float1 b) => new(a.Value * b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 operator /(Float1 a, Float1 b) => new(a.Value / b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 operator -(Float1 a) => new(-a.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 MultiplyAdd(Float1 a, Float1 b, Float1 c) => new(FloatFma.Of(a.Value, b.Value, c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 Sqrt(Float1 a) => new(MathF.Sqrt(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 Abs(Float1 a) => new(MathF.Abs(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 Greater(Float1 a, Float1 b) => a.Value > b.Value ? True : default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 GreaterOrEqual(Float1 a, Float1 b) => a.Value >= b.Value ? True : default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 Equal(Float1 a, Float1 b) => a.Value == b.Value ? True : default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 Select(Float1 mask, Float1 a, Float1 b) => BitConverter.SingleToInt32Bits(mask.Value) != 0 ? a : b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 AtMost(Float1 a, Float1 bound) => a.Value > bound.Value ? bound : a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 AtLeast(Float1 a, Float1 bound) => bound.Value > a.Value ? bound : a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 Floor(Float1 a) => new(MathF.Floor(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 Ceiling(Float1 a) => new(MathF.Ceiling(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 Truncate(Float1 a) => new(MathF.Truncate(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 Round(Float1 a) => new(MathF.Round(a.Value));

    public static Float1 Scale(Float1 a, Float1 k)
    {
        var whole = float.IsNaN(k.Value) ? 0 : (int)k.Value;
        var half = whole >> 1;
        return new(a.Value * PowerOfTwo(half) * PowerOfTwo(whole - half));
    }

    public static Float1 SplitExponent(Float1 a, out Float1 mantissa)
    {
        var bits = BitConverter.SingleToInt32Bits(a.Value);
        var exponent = (bits - 0x3F3504F3) >> 23;
        mantissa = new(BitConverter.Int32BitsToSingle(bits - (exponent << 23)));
        return new(exponent);
    }

    public static Float1 CopySign(Float1 a, Float1 b) => new(MathF.CopySign(a.Value, b.Value));

    private static float PowerOfTwo(int k) => BitConverter.Int32BitsToSingle((k + 127) << 23);
}
