namespace Seq2Seq.Tensors;

internal static unsafe partial class ReduceKernel
{
    /// <summary>The sum; zero of nothing.</summary>
    public static double Sum(ReadOnlySpan<double> x)
    {
        fixed (double* px = x)
            return Lanes.Fold(px, null, x.Length, true, 0, new Folds.SumFold());
    }

    /// <summary>The sum of squares.</summary>
    public static double SumSquares(ReadOnlySpan<double> x)
    {
        fixed (double* px = x)
            return ParallelFold.Run(px, x.Length, true, 0, new Folds.SquareFold());
    }

    /// <summary>Σ (x − center)².</summary>
    public static double SumSquaredDeviations(ReadOnlySpan<double> x, double center)
    {
        fixed (double* px = x)
            return Lanes.Fold(px, null, x.Length, true, 0, new Folds.DeviationFold(center));
    }

    /// <summary>Σ e^(x − shift).</summary>
    public static double SumExp(ReadOnlySpan<double> x, double shift)
    {
        fixed (double* px = x)
            return Lanes.Fold(px, null, x.Length, true, 0, new Folds.ExpFold(shift));
    }

    /// <summary>The largest value; a NaN wins. The span must not be empty.</summary>
    public static double Max(ReadOnlySpan<double> x)
    {
        fixed (double* px = x)
            return Lanes.Fold(px, null, x.Length, true, x[0], new Folds.MaxFold());
    }

    /// <summary>The smallest value; a NaN wins. The span must not be empty.</summary>
    public static double Min(ReadOnlySpan<double> x)
    {
        fixed (double* px = x)
            return Lanes.Fold(px, null, x.Length, true, x[0], new Folds.MinFold());
    }

    /// <summary>The inner product of two spans.</summary>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        fixed (double* px = x, py = y)
            return Lanes.Fold(px, py, x.Length, true, 0, new Folds.DotFold());
    }

    /// <summary>The product; one of nothing. One chain in rising order.</summary>
    public static double Prod(ReadOnlySpan<double> x)
    {
        double product = 1;
        foreach (var value in x)
            product *= value;
        return product;
    }

    /// <summary>Where the largest value first stands; the first NaN wins. The span must not be empty.</summary>
    public static int ArgMax(ReadOnlySpan<double> x) => First(x, Max(x));

    /// <summary>Where the smallest value first stands; the first NaN wins. The span must not be empty.</summary>
    public static int ArgMin(ReadOnlySpan<double> x) => First(x, Min(x));

    /// <summary>y (rows) = the sum of each row of x (rows, columns); added to y when accumulating.</summary>
    public static void SumRows(ReadOnlySpan<double> x, int rows, int columns, Span<double> y, bool accumulate = false)
    {
        for (var row = 0; row < rows; row++)
        {
            var sum = Sum(x.Slice(row * columns, columns));
            y[row] = accumulate ? y[row] + sum : sum;
        }
    }

    /// <summary>y (columns) = the sum of each column of x (rows, columns), in row order; added to y when accumulating.</summary>
    public static void SumColumns(ReadOnlySpan<double> x, int rows, int columns, Span<double> y, bool accumulate = false)
    {
        if (!accumulate)
            y[..columns].Clear();
        fixed (double* px = x, py = y)
            ColumnSums.Add(px, rows, columns, py, true);
    }

    private static int First(ReadOnlySpan<double> x, double value)
    {
        if (!double.IsNaN(value))
            return x.IndexOf(value);
        for (var i = 0; i < x.Length; i++)
        {
            if (double.IsNaN(x[i]))
                return i;
        }

        return -1;
    }
}
