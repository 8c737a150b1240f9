using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Seq2Seq.Tensors;

/// <summary>Sixteen floats in one Vector512.</summary>
internal readonly unsafe struct Float16(Vector512<float> value) : IVector<Float16>
{
    public readonly Vector512<float> Value = value;

    public static int Count => 16;

    public static bool IsDouble => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 Constant(double value) => new(Vector512.Create((float)value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 Spread(void* p, nint i) => new(Vector512.Create(((float*)p)[i]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 Load(void* p, nint i) => new(Vector512.Load((float*)p + i));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Float16 value, void* p, nint i) => value.Value.Store((float*)p + i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Stream(Float16 value, void* p, nint i) => value.Value.StoreAlignedNonTemporal((float*)p + i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 operator +(Float16 a, Float16 b) => new(a.Value + b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 operator -(Float16 a, Float16 b) => new(a.Value - b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 operator *(Float16 a, Float16 b) => new(a.Value * b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 operator /(Float16 a, Float16 b) => new(a.Value / b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 operator -(Float16 a) => new(-a.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 MultiplyAdd(Float16 a, Float16 b, Float16 c) => new(Vector512.FusedMultiplyAdd(a.Value, b.Value, c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 Sqrt(Float16 a) => new(Vector512.Sqrt(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 Abs(Float16 a) => new(Vector512.Abs(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 Greater(Float16 a, Float16 b) => new(Vector512.GreaterThan(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 GreaterOrEqual(Float16 a, Float16 b) => new(Vector512.GreaterThanOrEqual(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 Equal(Float16 a, Float16 b) => new(Vector512.Equals(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 Select(Float16 mask, Float16 a, Float16 b) => new(Vector512.ConditionalSelect(mask.Value, a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 AtMost(Float16 a, Float16 bound) => Avx512F.IsSupported ? new(Avx512F.Min(bound.Value, a.Value)) : Select(Greater(a, bound), bound, a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 AtLeast(Float16 a, Float16 bound) => Avx512F.IsSupported ? new(Avx512F.Max(bound.Value, a.Value)) : Select(Greater(bound, a), bound, a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 Floor(Float16 a) => new(Vector512.Floor(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 Ceiling(Float16 a) => new(Vector512.Ceiling(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 Truncate(Float16 a) => new(Vector512.Truncate(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 Round(Float16 a) => new(Vector512.Round(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 Scale(Float16 a, Float16 k)
    {
        if (Avx512F.IsSupported)
            return new(Avx512F.Scale(a.Value, k.Value));
        var whole = Vector512.ConvertToInt32(k.Value);
        var half = Vector512.ShiftRightArithmetic(whole, 1);
        var bias = Vector512.Create(127);
        var first = Vector512.ShiftLeft(half + bias, 23).AsSingle();
        var second = Vector512.ShiftLeft(whole - half + bias, 23).AsSingle();
        return new(a.Value * first * second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 SplitExponent(Float16 a, out Float16 mantissa)
    {
        var bits = a.Value.AsInt32();
        var exponent = Vector512.ShiftRightArithmetic(bits - Vector512.Create(0x3F3504F3), 23);
        mantissa = new((bits - Vector512.ShiftLeft(exponent, 23)).AsSingle());
        return new(Vector512.ConvertToSingle(exponent));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 CopySign(Float16 a, Float16 b) =>
        new(Vector512.ConditionalSelect(Vector512.Create(-0f), b.Value, a.Value));
}
