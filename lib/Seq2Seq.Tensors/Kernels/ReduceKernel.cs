namespace Seq2Seq.Tensors;

/// <summary>Sums, extremes and products of contiguous spans; sums and extremes run in the <see cref="Lanes"/>.</summary>
internal static unsafe partial class ReduceKernel
{
    /// <summary>The sum; zero of nothing.</summary>
    public static float Sum(ReadOnlySpan<float> x)
    {
        fixed (float* px = x)
            return (float)Lanes.Fold(px, null, x.Length, false, 0, new Folds.SumFold());
    }

    /// <summary>The sum of squares.</summary>
    public static float SumSquares(ReadOnlySpan<float> x)
    {
        fixed (float* px = x)
            return (float)ParallelFold.Run(px, x.Length, false, 0, new Folds.SquareFold());
    }

    /// <summary>Σ (x − center)².</summary>
    public static float SumSquaredDeviations(ReadOnlySpan<float> x, float center)
    {
        fixed (float* px = x)
            return (float)Lanes.Fold(px, null, x.Length, false, 0, new Folds.DeviationFold(center));
    }

    /// <summary>Σ e^(x − shift).</summary>
    public static float SumExp(ReadOnlySpan<float> x, float shift)
    {
        fixed (float* px = x)
            return (float)Lanes.Fold(px, null, x.Length, false, 0, new Folds.ExpFold(shift));
    }

    /// <summary>The largest value; a NaN wins. The span must not be empty.</summary>
    public static float Max(ReadOnlySpan<float> x)
    {
        fixed (float* px = x)
            return (float)Lanes.Fold(px, null, x.Length, false, x[0], new Folds.MaxFold());
    }

    /// <summary>The smallest value; a NaN wins. The span must not be empty.</summary>
    public static float Min(ReadOnlySpan<float> x)
    {
        fixed (float* px = x)
            return (float)Lanes.Fold(px, null, x.Length, false, x[0], new Folds.MinFold());
    }

    /// <summary>The inner product of two spans.</summary>
    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        fixed (float* px = x, py = y)
            return (float)Lanes.Fold(px, py, x.Length, false, 0, new Folds.DotFold());
    }

    /// <summary>The product; one of nothing. One chain in rising order.</summary>
    public static float Prod(ReadOnlySpan<float> x)
    {
        float product = 1;
        foreach (var value in x)
            product *= value;
        return product;
    }

    /// <summary>Where the largest value first stands; the first NaN wins. The span must not be empty.</summary>
    public static int ArgMax(ReadOnlySpan<float> x) => First(x, Max(x));

    /// <summary>Where the smallest value first stands; the first NaN wins. The span must not be empty.</summary>
    public static int ArgMin(ReadOnlySpan<float> x) => First(x, Min(x));

    /// <summary>y (rows) = the sum of each row of x (rows, columns); added to y when accumulating.</summary>
    public static void SumRows(ReadOnlySpan<float> x, int rows, int columns, Span<float> y, bool accumulate = false)
    {
        for (var row = 0; row < rows; row++)
        {
            var sum = Sum(x.Slice(row * columns, columns));
            y[row] = accumulate ? y[row] + sum : sum;
        }
    }

    /// <summary>y (columns) = the sum of each column of x (rows, columns), in row order; added to y when accumulating.</summary>
    public static void SumColumns(ReadOnlySpan<float> x, int rows, int columns, Span<float> y, bool accumulate = false)
    {
        if (!accumulate)
            y[..columns].Clear();
        fixed (float* px = x, py = y)
            ColumnSums.Add(px, rows, columns, py, false);
    }

    private static int First(ReadOnlySpan<float> x, float value)
    {
        if (!float.IsNaN(value))
            return x.IndexOf(value);
        for (var i = 0; i < x.Length; i++)
        {
            if (float.IsNaN(x[i]))
                return i;
        }

        return -1;
    }
}
