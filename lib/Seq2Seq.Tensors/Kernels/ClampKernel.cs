namespace Seq2Seq.Tensors;

/// <summary>y = x held between low and high; a NaN stays, element by element.</summary>
internal static class ClampKernel
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, double low, double high) =>
        Elementwise.Map<Function>(x, y, new Function(low, high));

    public static void Forward(ReadOnlySpan<double> x, Span<double> y, double low, double high) =>
        Elementwise.Map<Function>(x, y, new Function(low, high));

    // dx += dy where low ≤ x ≤ high.
    public static void Backward(
        ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx, double low, double high) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx, new Derivative(low, high));

    public static void Backward(
        ReadOnlySpan<double> x, ReadOnlySpan<double> dy, Span<double> dx, double low, double high) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx, new Derivative(low, high));

    private readonly struct Function(double low, double high) : IFunction1
    {
        public float Apply(float a) => a < (float)low ? (float)low : a > (float)high ? (float)high : a;

        public double Apply(double a) => a < low ? low : a > high ? high : a;
    }

    private readonly struct Derivative(double low, double high) : IFunction3
    {
        public float Apply(float s, float dy, float dx) => dx + (s >= (float)low && s <= (float)high ? dy : 0);

        public double Apply(double s, double dy, double dx) => dx + (s >= low && s <= high ? dy : 0);
    }
}
