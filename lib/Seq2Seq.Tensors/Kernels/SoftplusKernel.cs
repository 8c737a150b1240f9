namespace Seq2Seq.Tensors;

/// <summary>y = ln(1 + eˣ), element by element.</summary>
internal static class SoftplusKernel
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) =>
        Elementwise.Map<Function>(x, y);

    public static void Forward(ReadOnlySpan<double> x, Span<double> y) =>
        Elementwise.Map<Function>(x, y);

    // dx += dy / (1 + e⁻ˣ).
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx);

    public static void Backward(ReadOnlySpan<double> x, ReadOnlySpan<double> dy, Span<double> dx) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx);

    private readonly struct Function : IFunction1
    {
        public float Apply(float a) => (float)Apply((double)a);

        public double Apply(double a) => Math.Max(a, 0) + DoubleMath.Log1p(DoubleMath.Exp(-Math.Abs(a)));
    }

    private readonly struct Derivative : IFunction3
    {
        public float Apply(float s, float dy, float dx) => dx + (dy * (float)DoubleMath.Sigmoid(s));

        public double Apply(double s, double dy, double dx) => dx + (dy * DoubleMath.Sigmoid(s));
    }
}
