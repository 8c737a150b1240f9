using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Seq2Seq.Tensors;

/// <summary>Four floats in one Vector128.</summary>
internal readonly unsafe struct Float4(Vector128<float> value) : IVector<Float4>
{
    public readonly Vector128<float> Value = value;

    public static int Count => 4;

    public static bool IsDouble => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Constant(double value) => new(Vector128.Create((float)value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Spread(void* p, nint i) => new(Vector128.Create(((float*)p)[i]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Load(void* p, nint i) => new(Vector128.Load((float*)p + i));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Float4 value, void* p, nint i) => value.Value.Store((float*)p + i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Stream(Float4 value, void* p, nint i) => value.Value.StoreAlignedNonTemporal((float*)p + i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 operator +(Float4 a, Float4 b) => new(a.Value + b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 operator -(Float4 a, Float4 b) => new(a.Value - b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 operator *(Float4 a, Float4 b) => new(a.Value * b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 operator /(Float4 a, Float4 b) => new(a.Value / b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 operator -(Float4 a) => new(-a.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 MultiplyAdd(Float4 a, Float4 b, Float4 c) => new(FloatFma.Of(a.Value, b.Value, c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Sqrt(Float4 a) => new(Vector128.Sqrt(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Abs(Float4 a) => new(Vector128.Abs(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Greater(Float4 a, Float4 b) => new(Vector128.GreaterThan(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 GreaterOrEqual(Float4 a, Float4 b) => new(Vector128.GreaterThanOrEqual(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Equal(Float4 a, Float4 b) => new(Vector128.Equals(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Select(Float4 mask, Float4 a, Float4 b) => new(Vector128.ConditionalSelect(mask.Value, a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 AtMost(Float4 a, Float4 bound) => Sse.IsSupported ? new(Sse.Min(bound.Value, a.Value)) : Select(Greater(a, bound), bound, a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 AtLeast(Float4 a, Float4 bound) => Sse.IsSupported ? new(Sse.Max(bound.Value, a.Value)) : Select(Greater(bound, a), bound, a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Floor(Float4 a) => new(Vector128.Floor(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Ceiling(Float4 a) => new(Vector128.Ceiling(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Truncate(Float4 a) => new(Vector128.Truncate(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Round(Float4 a) => new(Vector128.Round(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Scale(Float4 a, Float4 k)
    {
        var whole = Vector128.ConvertToInt32(k.Value);
        var half = Vector128.ShiftRightArithmetic(whole, 1);
        var bias = Vector128.Create(127);
        var first = Vector128.ShiftLeft(half + bias, 23).AsSingle();
        var second = Vector128.ShiftLeft(whole - half + bias, 23).AsSingle();
        return new(a.Value * first * second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 SplitExponent(Float4 a, out Float4 mantissa)
    {
        var bits = a.Value.AsInt32();
        var exponent = Vector128.ShiftRightArithmetic(bits - Vector128.Create(0x3F3504F3), 23);
        mantissa = new((bits - Vector128.ShiftLeft(exponent, 23)).AsSingle());
        return new(Vector128.ConvertToSingle(exponent));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 CopySign(Float4 a, Float4 b) =>
        new(Vector128.ConditionalSelect(Vector128.Create(-0f), b.Value, a.Value));
}
