namespace Seq2Seq.Tensors;

/// <summary>y = x − ln Σ eˣ over each row of x (rows, columns).</summary>
internal static class LogSoftmaxKernel
{
    public static void Forward(ReadOnlySpan<float> x, int rows, int columns, Span<float> y)
    {
        if (columns == 0)
            return;
        for (var row = 0; row < rows; row++)
        {
            var input = x.Slice(row * columns, columns);
            var output = y.Slice(row * columns, columns);
            SubKernel.Forward(input, LogSumExpKernel.Row(input), output);
        }
    }

    public static void Forward(ReadOnlySpan<double> x, int rows, int columns, Span<double> y)
    {
        if (columns == 0)
            return;
        for (var row = 0; row < rows; row++)
        {
            var input = x.Slice(row * columns, columns);
            var output = y.Slice(row * columns, columns);
            SubKernel.Forward(input, LogSumExpKernel.Row(input), output);
        }
    }

    // dx += dy − eʸ Σ dy.
    public static void Backward(ReadOnlySpan<float> y, ReadOnlySpan<float> dy, int rows, int columns, Span<float> dx)
    {
        for (var row = 0; row < rows; row++)
        {
            var output = y.Slice(row * columns, columns);
            var upper = dy.Slice(row * columns, columns);
            var lower = dx.Slice(row * columns, columns);
            var total = ReduceKernel.Sum(upper);
            for (var i = 0; i < columns; i++)
                lower[i] += upper[i] - (float)DoubleMath.Exp(output[i]) * total;
        }
    }

    // dx += dy − eʸ Σ dy.
    public static void Backward(ReadOnlySpan<double> y, ReadOnlySpan<double> dy, int rows, int columns, Span<double> dx)
    {
        for (var row = 0; row < rows; row++)
        {
            var output = y.Slice(row * columns, columns);
            var upper = dy.Slice(row * columns, columns);
            var lower = dx.Slice(row * columns, columns);
            var total = ReduceKernel.Sum(upper);
            for (var i = 0; i < columns; i++)
                lower[i] += upper[i] - DoubleMath.Exp(output[i]) * total;
        }
    }
}
