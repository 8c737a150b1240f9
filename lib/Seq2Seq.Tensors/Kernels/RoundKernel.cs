namespace Seq2Seq.Tensors;

/// <summary>y = the nearest whole number, halves to even, element by element. Its derivative is zero.</summary>
internal static class RoundKernel
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) => Elementwise.Map<Function>(x, y);

    public static void Forward(ReadOnlySpan<double> x, Span<double> y) => Elementwise.Map<Function>(x, y);

    private readonly struct Function : IFunction1
    {
        public float Apply(float a) => MathF.Round(a);

        public double Apply(double a) => Math.Round(a);
    }
}
