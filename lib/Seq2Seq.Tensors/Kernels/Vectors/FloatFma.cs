using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Seq2Seq.Tensors;

/// <summary>a · b + c rounded once, in hardware or, where a processor has none, in double arithmetic: the same bits.</summary>
/// <remarks>
/// Boldo and Melquiond 2008: the product of two floats is exact in double; a sum rounded to odd keeps enough of the rest
/// that rounding it to float is the single rounding a fused multiply-add promises.
/// </remarks>
internal static class FloatFma
{
    // Constants of the compiler: the other branch is not there.
    private static bool InHardware => Fma.IsSupported || AdvSimd.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Of(float a, float b, float c) =>
        InHardware ? MathF.FusedMultiplyAdd(a, b, c) : InDouble(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Of(Vector128<float> a, Vector128<float> b, Vector128<float> c) =>
        InHardware ? Vector128.FusedMultiplyAdd(a, b, c) : InDouble(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float InDouble(float a, float b, float c)
    {
        var product = (double)a * b;
        var sum = product + c;
        var taken = sum - product;
        var rest = (product - (sum - taken)) + (c - taken);
        var bits = BitConverter.DoubleToInt64Bits(sum);
        if (Math.Abs(rest) > 0)
            bits = (bits - ((bits ^ BitConverter.DoubleToInt64Bits(rest)) >>> 63)) | 1;
        return (float)BitConverter.Int64BitsToDouble(bits);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> InDouble(Vector128<float> a, Vector128<float> b, Vector128<float> c)
    {
        if (!Sse2.IsSupported)
        {
            var low = SumToOdd(Vector128.WidenLower(a) * Vector128.WidenLower(b), Vector128.WidenLower(c));
            return Vector128.Narrow(low, SumToOdd(Vector128.WidenUpper(a) * Vector128.WidenUpper(b), Vector128.WidenUpper(c)));
        }

        // The same in the processor's own words, which keeps everything in registers.
        var first = SumToOdd(
            Sse2.ConvertToVector128Double(a) * Sse2.ConvertToVector128Double(b), Sse2.ConvertToVector128Double(c));
        var second = SumToOdd(Upper(a) * Upper(b), Upper(c));
        return Sse.MoveLowToHigh(Sse2.ConvertToVector128Single(first), Sse2.ConvertToVector128Single(second));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Upper(Vector128<float> x) => Sse2.ConvertToVector128Double(Sse.MoveHighToLow(x, x));

    // Knuth's sum with its rest; an inexact even sum goes to its odd neighbour on the rest's side:
    // one less if their signs differ, then the last bit set, which leaves an odd one as it is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> SumToOdd(Vector128<double> product, Vector128<double> c)
    {
        var sum = product + c;
        var taken = sum - product;
        var rest = (product - (sum - taken)) + (c - taken);
        var bits = sum.AsInt64();
        // No rest where the sum is exact, infinite or not a number.
        var inexact = Vector128.GreaterThan(Vector128.Abs(rest), Vector128<double>.Zero).AsInt64();
        var less = ((bits ^ rest.AsInt64()) >>> 63) & inexact;
        return ((bits - less) | (Vector128<long>.One & inexact)).AsDouble();
    }
}
