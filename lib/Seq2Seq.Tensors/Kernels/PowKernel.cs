namespace Seq2Seq.Tensors;

/// <summary>y = x to the power exponent, element by element; through double precision, so a float result is correctly rounded.</summary>
internal static class PowKernel
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, double exponent)
    {
        if (exponent == 2)
        {
            SquareKernel.Forward(x, y);
            return;
        }

        for (var i = 0; i < y.Length; i++)
            y[i] = (float)DoubleMath.Pow(x[i], exponent);
    }

    public static void Forward(ReadOnlySpan<double> x, Span<double> y, double exponent)
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = DoubleMath.Pow(x[i], exponent);
    }

    // dx += dy · exponent · x to the power exponent − 1.
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx, double exponent)
    {
        if (exponent == 2)
        {
            SquareKernel.Backward(x, dy, dx);
            return;
        }

        for (var i = 0; i < dx.Length && exponent != 0; i++)
            dx[i] += dy[i] * (float)(exponent * DoubleMath.Pow(x[i], exponent - 1));
    }

    public static void Backward(ReadOnlySpan<double> x, ReadOnlySpan<double> dy, Span<double> dx, double exponent)
    {
        for (var i = 0; i < dx.Length && exponent != 0; i++)
            dx[i] += dy[i] * (exponent * DoubleMath.Pow(x[i], exponent - 1));
    }
}
