namespace Seq2Seq.Tensors;

/// <summary>Sums, extremes and products of contiguous spans.</summary>
/// <remarks>
/// A sum runs in 16 lanes, element i in lane i mod 16, over blocks of 4096 elements; lanes and blocks are then added in one fixed tree.
/// </remarks>
internal static partial class ReduceKernel
{
    private const int Lanes = 16;
    private const int Block = 4096;

    /// <summary>The sum; zero of nothing.</summary>
    public static float Sum(ReadOnlySpan<float> x)
    {
        if (x.Length > Block)
        {
            // The cut depends on the length only, so threads and vector widths do not matter.
            var half = (x.Length + 2 * Block - 1) / (2 * Block) * Block;
            return Sum(x[..half]) + Sum(x[half..]);
        }

        Span<float> lanes = stackalloc float[Lanes];
        lanes.Clear();
        for (var i = 0; i < x.Length; i++)
            lanes[i % Lanes] += x[i];
        return Tree(lanes);
    }

    /// <summary>The sum of squares.</summary>
    public static float SumSquares(ReadOnlySpan<float> x)
    {
        if (x.Length > Block)
        {
            var half = (x.Length + 2 * Block - 1) / (2 * Block) * Block;
            return SumSquares(x[..half]) + SumSquares(x[half..]);
        }

        Span<float> lanes = stackalloc float[Lanes];
        lanes.Clear();
        for (var i = 0; i < x.Length; i++)
            lanes[i % Lanes] = MathF.FusedMultiplyAdd(x[i], x[i], lanes[i % Lanes]);
        return Tree(lanes);
    }

    /// <summary>The inner product of two spans.</summary>
    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        if (x.Length > Block)
        {
            var half = (x.Length + 2 * Block - 1) / (2 * Block) * Block;
            return Dot(x[..half], y[..half]) + Dot(x[half..], y[half..]);
        }

        Span<float> lanes = stackalloc float[Lanes];
        lanes.Clear();
        for (var i = 0; i < x.Length; i++)
            lanes[i % Lanes] = MathF.FusedMultiplyAdd(x[i], y[i], lanes[i % Lanes]);
        return Tree(lanes);
    }

    /// <summary>The product; one of nothing. One chain in rising order.</summary>
    public static float Prod(ReadOnlySpan<float> x)
    {
        float product = 1;
        foreach (var value in x)
            product *= value;
        return product;
    }

    /// <summary>The largest value; a NaN wins. The span must not be empty.</summary>
    public static float Max(ReadOnlySpan<float> x) => x[ArgMax(x)];

    /// <summary>The smallest value; a NaN wins. The span must not be empty.</summary>
    public static float Min(ReadOnlySpan<float> x) => x[ArgMin(x)];

    /// <summary>Where the largest value first stands; the first NaN wins. The span must not be empty.</summary>
    public static int ArgMax(ReadOnlySpan<float> x)
    {
        var best = 0;
        for (var i = 0; i < x.Length; i++)
        {
            if (float.IsNaN(x[i]))
                return i;
            if (x[i] > x[best])
                best = i;
        }

        return best;
    }

    /// <summary>Where the smallest value first stands; the first NaN wins. The span must not be empty.</summary>
    public static int ArgMin(ReadOnlySpan<float> x)
    {
        var best = 0;
        for (var i = 0; i < x.Length; i++)
        {
            if (float.IsNaN(x[i]))
                return i;
            if (x[i] < x[best])
                best = i;
        }

        return best;
    }

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
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                y[column] += x[row * columns + column];
        }
    }

    private static float Tree(Span<float> lanes)
    {
        for (var width = Lanes / 2; width > 0; width /= 2)
        {
            for (var i = 0; i < width; i++)
                lanes[i] += lanes[i + width];
        }

        return lanes[0];
    }
}
