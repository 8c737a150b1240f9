namespace Seq2Seq.Tensors.Tests.Kernels;

public sealed class UlpTests
{
    private delegate void Forward(ReadOnlySpan<float> x, Span<float> y);

    // Name, kernel, reference, range of |x|, only positive x, largest error in units in the last place.
    private static readonly (string Name, Forward F, Func<double, double> Truth, float High, bool Positive, double Ulp)[] All =
    [
        ("exp", ExpKernel.Forward, Math.Exp, 103.9f, false, 1),
        ("expm1", Expm1Kernel.Forward, DoubleMath.Expm1, 88, false, 4),
        ("log", LogKernel.Forward, Math.Log, float.MaxValue, true, 1),
        ("log1p", Log1pKernel.Forward, DoubleMath.Log1p, 0.9f, false, 2),
        ("tanh", TanhKernel.Forward, Math.Tanh, float.MaxValue, false, 2),
        ("sigmoid", SigmoidKernel.Forward, x => 1 / (1 + Math.Exp(-x)), 87, false, 2),
        ("erf", ErfKernel.Forward, DoubleMath.Erf, float.MaxValue, false, 2),
        ("sin", SinKernel.Forward, Math.Sin, 1e4f, false, 2),
        ("cos", CosKernel.Forward, Math.Cos, 1e4f, false, 2),
    ];

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, All.Length)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void Largest_error_over_all_exponents_is_as_stated(int index)
    {
        var (name, forward, truth, high, positive, ulp) = All[index];
        var top = BitConverter.SingleToInt32Bits(high);
        var x = Enumerable.Range(0, top / 1999).Select(i => BitConverter.Int32BitsToSingle(i * 1999)).ToArray();
        if (!positive)
            x = [.. x, .. x.Select(v => -v)];
        var y = new float[x.Length];

        forward(x, y);

        var (worst, where) = (0.0, 0f);
        for (var i = 0; i < x.Length; i++)
        {
            var exact = truth(x[i]);
            if (Math.Abs(exact) > float.MaxValue)
                continue;
            var unit = Math.Max(Math.ScaleB(1, exact == 0 ? -149 : Math.ILogB(exact) - 23), float.Epsilon);
            var error = Math.Abs(y[i] - exact) / unit;
            if (!(error <= worst))
                (worst, where) = (error, x[i]);
        }

        TestContext.Current.SendDiagnosticMessage($"{name}: {worst:F3} ulp at {where:R}");
        Assert.True(worst <= ulp, $"{name}: {worst:F3} ulp at {where:R}");
    }

    [Fact]
    public void Special_values_are_those_of_the_C_library()
    {
        float[] x = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0, -0f, 89, -105, 1e-45f];
        Check(x, ExpKernel.Forward, Math.Exp);
        Check(x, LogKernel.Forward, Math.Log);
        Check(x, TanhKernel.Forward, Math.Tanh);
        Check(x, SigmoidKernel.Forward, v => 1 / (1 + Math.Exp(-v)));
        Check([float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0], ErfKernel.Forward, DoubleMath.Erf);
        Check([float.NaN, float.PositiveInfinity, -1, -2, 0], Log1pKernel.Forward, v => Math.Log(1 + v));
        Check([float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0], Expm1Kernel.Forward, v => Math.Exp(v) - 1);
    }

    private static void Check(float[] x, Forward forward, Func<double, double> truth)
    {
        var y = new float[x.Length];
        forward(x, y);

        // Two ulp, as above; equal when not finite.
        for (var i = 0; i < x.Length; i++)
        {
            var exact = (float)truth(x[i]);
            Assert.True(y[i].Equals(exact) || Math.Abs(y[i] - exact) <= 2 * MathF.BitIncrement(Math.Abs(exact)) - 2 * Math.Abs(exact), $"{x[i]:R}: {y[i]:R}, not {exact:R}");
        }
    }
}
