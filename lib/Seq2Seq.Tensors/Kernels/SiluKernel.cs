namespace Seq2Seq.Tensors;

/// <summary>y = x / (1 + e⁻ˣ), element by element.</summary>
internal static class SiluKernel
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) =>
        Elementwise.Map<Function>(x, y);

    public static void Forward(ReadOnlySpan<double> x, Span<double> y) =>
        Elementwise.Map<Function>(x, y);

    // dx += dy · σ (1 + x (1 − σ)), σ = 1 / (1 + e⁻ˣ).
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx);

    public static void Backward(ReadOnlySpan<double> x, ReadOnlySpan<double> dy, Span<double> dx) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx);

    private static double Slope(double x)
    {
        var sigmoid = DoubleMath.Sigmoid(x);
        return sigmoid * (1 + x * (1 - sigmoid));
    }

    private readonly struct Function : IFunction1
    {
        public float Apply(float a) => (float)Apply((double)a);

        public double Apply(double a) => a * DoubleMath.Sigmoid(a);
    }

    private readonly struct Derivative : IFunction3
    {
        public float Apply(float s, float dy, float dx) => dx + (dy * (float)Slope(s));

        public double Apply(double s, double dy, double dx) => dx + (dy * Slope(s));
    }
}
