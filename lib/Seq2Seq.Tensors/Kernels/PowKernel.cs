namespace Seq2Seq.Tensors;

/// <summary>y = x to the power exponent, element by element.</summary>
internal static class PowKernel
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, double exponent) =>
        Elementwise.Map<Function>(x, y, new Function(exponent));

    public static void Forward(ReadOnlySpan<double> x, Span<double> y, double exponent) =>
        Elementwise.Map<Function>(x, y, new Function(exponent));

    // dx += dy · exponent · x to the power exponent − 1.
    public static void Backward(
        ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx, double exponent) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx, new Derivative(exponent));

    public static void Backward(
        ReadOnlySpan<double> x, ReadOnlySpan<double> dy, Span<double> dx, double exponent) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx, new Derivative(exponent));

    private readonly struct Function(double exponent) : IFunction1
    {
        public float Apply(float a) => (float)DoubleMath.Pow(a, exponent);

        public double Apply(double a) => DoubleMath.Pow(a, exponent);
    }

    private readonly struct Derivative(double exponent) : IFunction3
    {
        public float Apply(float s, float dy, float dx) => dx + (exponent == 0 ? 0 : dy * (float)(exponent * DoubleMath.Pow(s, exponent - 1)));

        public double Apply(double s, double dy, double dx) => dx + (exponent == 0 ? 0 : dy * (exponent * DoubleMath.Pow(s, exponent - 1)));
    }
}
