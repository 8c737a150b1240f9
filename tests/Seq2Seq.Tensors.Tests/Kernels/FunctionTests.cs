namespace Seq2Seq.Tensors.Tests.Kernels;

public sealed class FunctionTests
{
    private delegate void Forward(ReadOnlySpan<double> x, Span<double> y);

    private delegate void Backward(ReadOnlySpan<double> saved, ReadOnlySpan<double> dy, Span<double> dx);

    private static readonly (string Name, Forward F, Backward? B, bool SavesY, double Low, double High, Func<double, double> Truth)[] All =
    [
        ("exp", ExpKernel.Forward, ExpKernel.Backward, true, -20, 20, Math.Exp),
        ("expm1", Expm1Kernel.Forward, Expm1Kernel.Backward, true, -2, 5, x => Math.Abs(x) < 1e-5 ? x + x * x / 2 : Math.Exp(x) - 1),
        ("log", LogKernel.Forward, LogKernel.Backward, false, 1e-3, 50, Math.Log),
        ("log1p", Log1pKernel.Forward, Log1pKernel.Backward, false, -0.9, 50, x => Math.Log(1 + x)),
        ("tanh", TanhKernel.Forward, TanhKernel.Backward, true, -5, 5, Math.Tanh),
        ("sigmoid", SigmoidKernel.Forward, SigmoidKernel.Backward, true, -10, 10, x => 1 / (1 + Math.Exp(-x))),
        ("softplus", SoftplusKernel.Forward, SoftplusKernel.Backward, false, -10, 10, x => Math.Log(1 + Math.Exp(x))),
        ("sqrt", SqrtKernel.Forward, SqrtKernel.Backward, true, 0.01, 9, Math.Sqrt),
        ("rsqrt", RsqrtKernel.Forward, RsqrtKernel.Backward, true, 0.01, 9, x => 1 / Math.Sqrt(x)),
        ("sin", SinKernel.Forward, SinKernel.Backward, false, -30, 30, Math.Sin),
        ("cos", CosKernel.Forward, CosKernel.Backward, false, -30, 30, Math.Cos),
        ("silu", SiluKernel.Forward, SiluKernel.Backward, false, -8, 8, x => x / (1 + Math.Exp(-x))),
        ("relu", ReluKernel.Forward, ReluKernel.Backward, true, -3, 3, x => Math.Max(x, 0)),
        ("leaky_relu", (x, y) => LeakyReluKernel.Forward(x, y, 0.1), (x, dy, dx) => LeakyReluKernel.Backward(x, dy, dx, 0.1), false, -3, 3, x => x > 0 ? x : 0.1 * x),
        ("elu", (x, y) => EluKernel.Forward(x, y, 1.5), (x, dy, dx) => EluKernel.Backward(x, dy, dx, 1.5), false, -3, 3, x => x > 0 ? x : 1.5 * (Math.Exp(x) - 1)),
        ("abs", AbsKernel.Forward, AbsKernel.Backward, false, -3, 3, Math.Abs),
        ("neg", NegKernel.Forward, (_, dy, dx) => NegKernel.Backward(dy, dx), false, -3, 3, x => -x),
        ("square", SquareKernel.Forward, SquareKernel.Backward, false, -3, 3, x => x * x),
        ("reciprocal", ReciprocalKernel.Forward, ReciprocalKernel.Backward, true, 0.2, 5, x => 1 / x),
        ("pow", (x, y) => PowKernel.Forward(x, y, 2.3), (x, dy, dx) => PowKernel.Backward(x, dy, dx, 2.3), false, 0.1, 5, x => Math.Pow(x, 2.3)),
        ("clamp", (x, y) => ClampKernel.Forward(x, y, -1, 2), (x, dy, dx) => ClampKernel.Backward(x, dy, dx, -1, 2), false, -3, 3, x => Math.Clamp(x, -1, 2)),
        ("erf", ErfKernel.Forward, ErfKernel.Backward, false, -3, 3, Simpson),
        ("gelu", GeluKernel.Forward, GeluKernel.Backward, false, -3, 3, x => 0.5 * x * (1 + Simpson(x / Math.Sqrt(2)))),
    ];

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, All.Length)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void Double_values_are_exact_to_a_few_ulp_and_slopes_are_those_of_the_values(int index)
    {
        var (name, forward, backward, savesY, low, high, truth) = All[index];
        const int Count = 501;
        var x = Enumerable.Range(0, Count).Select(i => low + (high - low) * (i + 0.37) / Count).ToArray();
        var y = new double[Count];

        forward(x, y);

        for (var i = 0; i < Count; i++)
            Assert.True(Math.Abs(y[i] - truth(x[i])) <= 1e-13 * Math.Max(1, Math.Abs(truth(x[i]))), $"{name}({x[i]:R}) = {y[i]:R}");

        // Central differences: error h² f''' / 6 plus rounding 1e-16 / h, below 1e-6 for all of these.
        const double H = 1e-5;
        var (above, below, dx) = (new double[Count], new double[Count], Enumerable.Repeat(0.25, Count).ToArray());
        forward(x.Select(v => v + H).ToArray(), above);
        forward(x.Select(v => v - H).ToArray(), below);
        var dy = Enumerable.Range(0, Count).Select(i => 1 + i % 3).Select(v => (double)v).ToArray();
        backward!(savesY ? y : x, dy, dx);
        for (var i = 0; i < Count; i++)
        {
            var slope = (above[i] - below[i]) / (2 * H);
            Assert.True(Math.Abs(dx[i] - 0.25 - dy[i] * slope) <= 1e-6 * Math.Max(1, dy[i] * Math.Abs(slope)), $"{name}'({x[i]:R}) = {dx[i]:R}, {slope:R}");
        }
    }

    // erf by Simpson's rule with 2,000 intervals: error below 1e-14 on [-3, 3].
    private static double Simpson(double x)
    {
        const int N = 2000;
        var h = x / N;
        var sum = 1 + Math.Exp(-x * x);
        for (var i = 1; i < N; i++)
            sum += (i % 2 == 0 ? 2 : 4) * Math.Exp(-(i * h) * (i * h));
        return sum * h / 3 * 2 / Math.Sqrt(Math.PI);
    }
}
