namespace Seq2Seq.Tensors;

internal static partial class ReduceKernel
{
    /// <summary>The sum; zero of nothing.</summary>
    public static double Sum(ReadOnlySpan<double> x)
    {
        if (x.Length > Block)
        {
            // The cut depends on the length only, so threads and vector widths do not matter.
            var half = (x.Length + 2 * Block - 1) / (2 * Block) * Block;
            return Sum(x[..half]) + Sum(x[half..]);
        }

        Span<double> lanes = stackalloc double[Lanes];
        lanes.Clear();
        for (var i = 0; i < x.Length; i++)
            lanes[i % Lanes] += x[i];
        return Tree(lanes);
    }

    /// <summary>The sum of squares.</summary>
    public static double SumSquares(ReadOnlySpan<double> x)
    {
        if (x.Length > Block)
        {
            var half = (x.Length + 2 * Block - 1) / (2 * Block) * Block;
            return SumSquares(x[..half]) + SumSquares(x[half..]);
        }

        Span<double> lanes = stackalloc double[Lanes];
        lanes.Clear();
        for (var i = 0; i < x.Length; i++)
            lanes[i % Lanes] = Math.FusedMultiplyAdd(x[i], x[i], lanes[i % Lanes]);
        return Tree(lanes);
    }

    /// <summary>The inner product of two spans.</summary>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length > Block)
        {
            var half = (x.Length + 2 * Block - 1) / (2 * Block) * Block;
            return Dot(x[..half], y[..half]) + Dot(x[half..], y[half..]);
        }

        Span<double> lanes = stackalloc double[Lanes];
        lanes.Clear();
        for (var i = 0; i < x.Length; i++)
            lanes[i % Lanes] = Math.FusedMultiplyAdd(x[i], y[i], lanes[i % Lanes]);
        return Tree(lanes);
    }

    /// <summary>The product; one of nothing. One chain in rising order.</summary>
    public static double Prod(ReadOnlySpan<double> x)
    {
        double product = 1;
        foreach (var value in x)
            product *= value;
        return product;
    }

    /// <summary>The largest value; a NaN wins. The span must not be empty.</summary>
    public static double Max(ReadOnlySpan<double> x) => x[ArgMax(x)];

    /// <summary>The smallest value; a NaN wins. The span must not be empty.</summary>
    public static double Min(ReadOnlySpan<double> x) => x[ArgMin(x)];

    /// <summary>Where the largest value first stands; the first NaN wins. The span must not be empty.</summary>
    public static int ArgMax(ReadOnlySpan<double> x)
    {
        var best = 0;
        for (var i = 0; i < x.Length; i++)
        {
            if (double.IsNaN(x[i]))
                return i;
            if (x[i] > x[best])
                best = i;
        }

        return best;
    }

    /// <summary>Where the smallest value first stands; the first NaN wins. The span must not be empty.</summary>
    public static int ArgMin(ReadOnlySpan<double> x)
    {
        var best = 0;
        for (var i = 0; i < x.Length; i++)
        {
            if (double.IsNaN(x[i]))
                return i;
            if (x[i] < x[best])
                best = i;
        }

        return best;
    }

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
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                y[column] += x[row * columns + column];
        }
    }

    private static double Tree(Span<double> lanes)
    {
        for (var width = Lanes / 2; width > 0; width /= 2)
        {
            for (var i = 0; i < width; i++)
                lanes[i] += lanes[i + width];
        }

        return lanes[0];
    }
}
