namespace Seq2Seq.Tensors;

/// <summary>y = −1, 0 or 1 by the sign of x, element by element. Its derivative is zero.</summary>
internal static class SignKernel
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) => Elementwise.Map<Function>(x, y);

    public static void Forward(ReadOnlySpan<double> x, Span<double> y) => Elementwise.Map<Function>(x, y);

    private readonly struct Function : IFunction1
    {
        public float Apply(float a) => a > 0 ? 1 : a < 0 ? -1 : a;

        public double Apply(double a) => a > 0 ? 1 : a < 0 ? -1 : a;
    }
}
