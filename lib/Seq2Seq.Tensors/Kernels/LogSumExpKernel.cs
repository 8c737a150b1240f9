namespace Seq2Seq.Tensors;

/// <summary>y = ln Σ eˣ over each row of x (rows, columns).</summary>
internal static class LogSumExpKernel
{
    /// <summary>ln Σ eˣ of one row; minus infinity of nothing.</summary>
    public static float Row(ReadOnlySpan<float> x)
    {
        if (x.Length == 0)
            return float.NegativeInfinity;
        var max = ReduceKernel.Max(x);
        if (float.IsInfinity(max))
            return max;
        float sum = 0;
        foreach (var value in x)
            sum += (float)DoubleMath.Exp(value - max);
        return max + (float)DoubleMath.Log(sum);
    }

    public static void Forward(ReadOnlySpan<float> x, int rows, int columns, Span<float> y)
    {
        for (var row = 0; row < rows; row++)
            y[row] = Row(x.Slice(row * columns, columns));
    }

    // dx += dy · e^(x − y).
    public static void Backward(
        ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, int rows, int columns, Span<float> dx)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var i = row * columns; i < (row + 1) * columns; i++)
                dx[i] += dy[row] * (float)DoubleMath.Exp(x[i] - y[row]);
        }
    }

    /// <summary>ln Σ eˣ of one row; minus infinity of nothing.</summary>
    public static double Row(ReadOnlySpan<double> x)
    {
        if (x.Length == 0)
            return double.NegativeInfinity;
        var max = ReduceKernel.Max(x);
        if (double.IsInfinity(max))
            return max;
        double sum = 0;
        foreach (var value in x)
            sum += DoubleMath.Exp(value - max);
        return max + DoubleMath.Log(sum);
    }

    public static void Forward(ReadOnlySpan<double> x, int rows, int columns, Span<double> y)
    {
        for (var row = 0; row < rows; row++)
            y[row] = Row(x.Slice(row * columns, columns));
    }

    // dx += dy · e^(x − y).
    public static void Backward(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> dy, int rows, int columns, Span<double> dx)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var i = row * columns; i < (row + 1) * columns; i++)
                dx[i] += dy[row] * DoubleMath.Exp(x[i] - y[row]);
        }
    }
}
