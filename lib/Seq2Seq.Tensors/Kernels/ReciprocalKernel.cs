namespace Seq2Seq.Tensors;

/// <summary>y = 1 / x, element by element.</summary>
internal static class ReciprocalKernel
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) =>
        Elementwise.Map<Function>(x, y);

    public static void Forward(ReadOnlySpan<double> x, Span<double> y) =>
        Elementwise.Map<Function>(x, y);

    // dx += −dy · y².
    public static void Backward(ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx) =>
        Elementwise.Map<Derivative>(y, dy, dx, dx);

    public static void Backward(ReadOnlySpan<double> y, ReadOnlySpan<double> dy, Span<double> dx) =>
        Elementwise.Map<Derivative>(y, dy, dx, dx);

    private readonly struct Function : IFunction1
    {
        public float Apply(float a) => 1 / a;

        public double Apply(double a) => 1 / a;
    }

    private readonly struct Derivative : IFunction3
    {
        public float Apply(float s, float dy, float dx) => dx + (-dy * (s * s));

        public double Apply(double s, double dy, double dx) => dx + (-dy * (s * s));
    }
}
