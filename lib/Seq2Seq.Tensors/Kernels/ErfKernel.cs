namespace Seq2Seq.Tensors;

/// <summary>y = erf x = 2/√π ∫₀ˣ e^(−t²) dt, element by element.</summary>
internal static class ErfKernel
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) =>
        Elementwise.Map<Function>(x, y);

    public static void Forward(ReadOnlySpan<double> x, Span<double> y) =>
        Elementwise.Map<Function>(x, y);

    // dx += dy · 2/√π e^(−x²).
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx);

    public static void Backward(ReadOnlySpan<double> x, ReadOnlySpan<double> dy, Span<double> dx) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx);

    private readonly struct Function : IFunction1
    {
        public float Apply(float a) => (float)DoubleMath.Erf((double)a);

        public double Apply(double a) => DoubleMath.Erf(a);
    }

    private readonly struct Derivative : IFunction3
    {
        public float Apply(float s, float dy, float dx) => dx + (dy * (float)(1.1283791670955126 * DoubleMath.Exp(-(double)s * s)));

        public double Apply(double s, double dy, double dx) => dx + (dy * (1.1283791670955126 * DoubleMath.Exp(-s * s)));
    }
}
