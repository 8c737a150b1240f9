namespace Seq2Seq.Tensors;

/// <summary>y = x Φ(x) = x/2 · (1 + erf(x/√2)), element by element.</summary>
internal static class GeluKernel
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) =>
        Elementwise.Map<Function>(x, y);

    public static void Forward(ReadOnlySpan<double> x, Span<double> y) =>
        Elementwise.Map<Function>(x, y);

    // dx += dy · (Φ(x) + x φ(x)).
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx);

    public static void Backward(ReadOnlySpan<double> x, ReadOnlySpan<double> dy, Span<double> dx) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx);

    // Φ(x) + x φ(x), φ(x) = e^(−x²/2) / √2π.
    private static double Slope(double x) =>
        0.5 * (1 + DoubleMath.Erf(x * 0.7071067811865476)) + x * 0.3989422804014327 * DoubleMath.Exp(-0.5 * x * x);

    private readonly struct Function : IFunction1
    {
        public float Apply(float a) => (float)Apply((double)a);

        public double Apply(double a) => 0.5 * a * (1 + DoubleMath.Erf(a * 0.7071067811865476));
    }

    private readonly struct Derivative : IFunction3
    {
        public float Apply(float s, float dy, float dx) => dx + (dy * (float)Slope(s));

        public double Apply(double s, double dy, double dx) => dx + (dy * Slope(s));
    }
}
