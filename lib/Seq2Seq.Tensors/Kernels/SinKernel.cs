namespace Seq2Seq.Tensors;

/// <summary>y = sin x, element by element.</summary>
internal static class SinKernel
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) =>
        Elementwise.Map<Function>(x, y);

    public static void Forward(ReadOnlySpan<double> x, Span<double> y) =>
        Elementwise.Map<Function>(x, y);

    // dx += dy · cos x.
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx);

    public static void Backward(ReadOnlySpan<double> x, ReadOnlySpan<double> dy, Span<double> dx) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx);

    private readonly struct Function : IFunction1
    {
        public float Apply(float a) => (float)DoubleMath.Sin((double)a);

        public double Apply(double a) => DoubleMath.Sin(a);
    }

    private readonly struct Derivative : IFunction3
    {
        public float Apply(float s, float dy, float dx) => dx + (dy * (float)DoubleMath.Cos(s));

        public double Apply(double s, double dy, double dx) => dx + (dy * DoubleMath.Cos(s));
    }
}
