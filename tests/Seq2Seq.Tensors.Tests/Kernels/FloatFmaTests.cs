using System.Runtime.Intrinsics;

namespace Seq2Seq.Tensors.Tests.Kernels;

public sealed class FloatFmaTests
{
    private static readonly float[] s_edges =
    [
        0, -0f, 1, -1, float.Epsilon, -float.Epsilon, 1.1754944e-38f, float.MaxValue, float.MinValue,
        float.PositiveInfinity, float.NegativeInfinity, float.NaN, 1.0000001f, 16777217, 1e-23f, -1e-23f, 3, 1f / 3,
    ];

    [Fact]
    public void In_double_it_is_the_fused_multiply_add_for_any_bits()
    {
        var random = new System.Random(1);

        for (var i = 0; i < 1_000_000; i++)
            Check(Any(random), Any(random), Any(random));
    }

    // Sums that nearly cancel or lie half way between two floats: where rounding twice would show.
    [Fact]
    public void In_double_it_is_the_fused_multiply_add_where_rounding_is_hard()
    {
        var random = new System.Random(2);

        for (var i = 0; i < 500_000; i++)
        {
            var (a, b) = (1 + (random.Next(1 << 23) * 1.1920929E-07f), 1 + (random.Next(1 << 23) * 1.1920929E-07f));
            var product = (double)a * b;
            Check(a, b, (float)-product);
            Check(a, b, (float)(product * Math.ScaleB(1, random.Next(-60, 60))));
            Check(a, MathF.ScaleB(1, random.Next(-40, 40)), MathF.ScaleB(random.Next(1, 1 << 24), random.Next(-60, 30)));
        }
    }

    [Fact]
    public void In_double_it_is_the_fused_multiply_add_at_the_edges()
    {
        foreach (var a in s_edges)
        {
            foreach (var b in s_edges)
            {
                foreach (var c in s_edges)
                    Check(a, b, c);
            }
        }
    }

    private static float Any(System.Random random) => BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue));

    private static void Check(float a, float b, float c)
    {
        var expected = MathF.FusedMultiplyAdd(a, b, c);
        var one = FloatFma.InDouble(a, b, c);
        var four = FloatFma.InDouble(Vector128.Create(a, c, a, b), Vector128.Create(b, c, b, a), Vector128.Create(c, a, c, c));

        if (!Same(expected, one) || !Same(expected, four[0]) || !Same(expected, four[2]) || !Same(MathF.FusedMultiplyAdd(b, a, c), four[3]))
            Assert.Fail($"{a:R} * {b:R} + {c:R} is {expected:R}, not {one:R} or {four}");
    }

    // Which NaN it is stays the processor's own affair.
    private static bool Same(float x, float y) =>
        BitConverter.SingleToInt32Bits(x) == BitConverter.SingleToInt32Bits(y) || (float.IsNaN(x) && float.IsNaN(y));
}
