namespace Seq2Seq.Tensors;

/// <summary>y = x where x > 0, else alpha (eˣ − 1), element by element.</summary>
internal static class EluKernel
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, double alpha) =>
        Elementwise.Map<Function>(x, y, new Function(alpha));

    public static void Forward(ReadOnlySpan<double> x, Span<double> y, double alpha) =>
        Elementwise.Map<Function>(x, y, new Function(alpha));

    // dx += dy where x > 0, else dy · alpha eˣ.
    public static void Backward(
        ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx, double alpha) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx, new Derivative(alpha));

    public static void Backward(
        ReadOnlySpan<double> x, ReadOnlySpan<double> dy, Span<double> dx, double alpha) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx, new Derivative(alpha));

    private readonly struct Function(double alpha) : IFunction1
    {
        public float Apply(float a) => a > 0 ? a : (float)(alpha * DoubleMath.Expm1(a));

        public double Apply(double a) => a > 0 ? a : alpha * DoubleMath.Expm1(a);
    }

    private readonly struct Derivative(double alpha) : IFunction3
    {
        public float Apply(float s, float dy, float dx) => dx + (s > 0 ? dy : dy * (float)(alpha * DoubleMath.Exp(s)));

        public double Apply(double s, double dy, double dx) => dx + (s > 0 ? dy : dy * (alpha * DoubleMath.Exp(s)));
    }
}
