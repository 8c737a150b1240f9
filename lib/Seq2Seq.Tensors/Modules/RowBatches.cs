namespace Seq2Seq.Tensors.Modules;

/// <summary>How the rows of a packed batch belong to time steps: sizes[t] rows each, never rising.</summary>
internal sealed class RowBatches
{
    private RowBatches(int[] sizes, int rows) => (Sizes, Rows) = (sizes, rows);

    public int[] Sizes { get; }

    /// <summary>N, the rows of all steps together.</summary>
    public int Rows { get; }

    public int Steps => Sizes.Length;

    /// <summary>B, the number of sequences.</summary>
    public int Largest => Sizes[0];

    public static RowBatches Even(long steps, long batch)
    {
        var sizes = new int[steps];
        sizes.AsSpan().Fill((int)batch);
        return new RowBatches(sizes, checked((int)(steps * batch)));
    }

    public static RowBatches Of(ReadOnlySpan<long> sizes)
    {
        var copy = new int[sizes.Length];
        for (var t = 0; t < copy.Length; t++)
            copy[t] = checked((int)sizes[t]);
        return new RowBatches(copy, copy.Sum());
    }
}
