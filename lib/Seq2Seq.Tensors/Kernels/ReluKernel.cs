namespace Seq2Seq.Tensors;

/// <summary>y = max(x, 0); a NaN stays, element by element.</summary>
internal static class ReluKernel
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) =>
        Elementwise.Map<Function>(x, y);

    public static void Forward(ReadOnlySpan<double> x, Span<double> y) =>
        Elementwise.Map<Function>(x, y);

    // dx += dy where y > 0.
    public static void Backward(ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx) =>
        Elementwise.Map<Derivative>(y, dy, dx, dx);

    public static void Backward(ReadOnlySpan<double> y, ReadOnlySpan<double> dy, Span<double> dx) =>
        Elementwise.Map<Derivative>(y, dy, dx, dx);

    private readonly struct Function : IFunction1
    {
        public float Apply(float a) => a > 0 || float.IsNaN(a) ? a : 0;

        public double Apply(double a) => a > 0 || double.IsNaN(a) ? a : 0;
    }

    private readonly struct Derivative : IFunction3
    {
        public float Apply(float s, float dy, float dx) => dx + (s > 0 ? dy : 0);

        public double Apply(double s, double dy, double dx) => dx + (s > 0 ? dy : 0);
    }
}
