using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Seq2Seq.Tensors;

/// <summary>Eight floats in one Vector256.</summary>
internal readonly unsafe struct Float8(Vector256<float> value) : IVector<Float8>
{
    public readonly Vector256<float> Value = value;

    public static int Count => 8;

    public static bool IsDouble => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 Constant(double value) => new(Vector256.Create((float)value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 Spread(void* p, nint i) => new(Vector256.Create(((float*)p)[i]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 Load(void* p, nint i) => new(Vector256.Load((float*)p + i));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Float8 value, void* p, nint i) => value.Value.Store((float*)p + i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Stream(Float8 value, void* p, nint i) => value.Value.StoreAlignedNonTemporal((float*)p + i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 operator +(Float8 a, Float8 b) => new(a.Value + b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 operator -(Float8 a, Float8 b) => new(a.Value - b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 operator *(Float8 a, Float8 b) => new(a.Value * b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 operator /(Float8 a, Float8 b) => new(a.Value / b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 operator -(Float8 a) => new(-a.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 MultiplyAdd(Float8 a, Float8 b, Float8 c) => new(Vector256.FusedMultiplyAdd(a.Value, b.Value, c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 Sqrt(Float8 a) => new(Vector256.Sqrt(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 Abs(Float8 a) => new(Vector256.Abs(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 Greater(Float8 a, Float8 b) => new(Vector256.GreaterThan(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 GreaterOrEqual(Float8 a, Float8 b) => new(Vector256.GreaterThanOrEqual(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 Equal(Float8 a, Float8 b) => new(Vector256.Equals(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 Select(Float8 mask, Float8 a, Float8 b) => new(Vector256.ConditionalSelect(mask.Value, a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 AtMost(Float8 a, Float8 bound) => Avx.IsSupported ? new(Avx.Min(bound.Value, a.Value)) : Select(Greater(a, bound), bound, a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 AtLeast(Float8 a, Float8 bound) => Avx.IsSupported ? new(Avx.Max(bound.Value, a.Value)) : Select(Greater(bound, a), bound, a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 Floor(Float8 a) => new(Vector256.Floor(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 Ceiling(Float8 a) => new(Vector256.Ceiling(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 Truncate(Float8 a) => new(Vector256.Truncate(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 Round(Float8 a) => new(Vector256.Round(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 Scale(Float8 a, Float8 k)
    {
        var whole = Vector256.ConvertToInt32(k.Value);
        var half = Vector256.ShiftRightArithmetic(whole, 1);
        var bias = Vector256.Create(127);
        var first = Vector256.ShiftLeft(half + bias, 23).AsSingle();
        var second = Vector256.ShiftLeft(whole - half + bias, 23).AsSingle();
        return new(a.Value * first * second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 SplitExponent(Float8 a, out Float8 mantissa)
    {
        var bits = a.Value.AsInt32();
        var exponent = Vector256.ShiftRightArithmetic(bits - Vector256.Create(0x3F3504F3), 23);
        mantissa = new((bits - Vector256.ShiftLeft(exponent, 23)).AsSingle());
        return new(Vector256.ConvertToSingle(exponent));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 CopySign(Float8 a, Float8 b) =>
        new(Vector256.ConditionalSelect(Vector256.Create(-0f), b.Value, a.Value));
}
