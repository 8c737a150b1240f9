namespace Seq2Seq.Tensors;

/// <summary>y = a to the power b, element by element, with a scalar in the place of either.</summary>
internal static class PowTensorKernel
{
    public static void Forward(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y)
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = (float)DoubleMath.Pow(a[i], b[i]);
    }

    public static void Forward(ReadOnlySpan<float> a, float b, Span<float> y) => PowKernel.Forward(a, y, b);

    public static void Forward(float a, ReadOnlySpan<float> b, Span<float> y)
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = (float)DoubleMath.Pow(a, b[i]);
    }

    public static void Forward(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> y)
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = DoubleMath.Pow(a[i], b[i]);
    }

    public static void Forward(ReadOnlySpan<double> a, double b, Span<double> y) => PowKernel.Forward(a, y, b);

    public static void Forward(double a, ReadOnlySpan<double> b, Span<double> y)
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = DoubleMath.Pow(a, b[i]);
    }
}
