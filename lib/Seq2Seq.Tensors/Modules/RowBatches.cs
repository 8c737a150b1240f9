namespace Seq2Seq.Tensors.Modules;

/// <summary>How rows belong to time steps: packed, sizes[t] rows of each step, never rising; or a padded batch, time or batch first.</summary>
internal sealed class RowBatches
{
    private RowBatches(int[] sizes, int rows, bool packed, bool batchFirst) =>
        (Sizes, Rows, Packed, BatchFirst) = (sizes, rows, packed, batchFirst);

    public int[] Sizes { get; }

    /// <summary>N, the rows of all steps together.</summary>
    public int Rows { get; }

    public bool Packed { get; }

    /// <summary>True if all rows of a sequence follow one another.</summary>
    public bool BatchFirst { get; }

    public int Steps => Sizes.Length;

    /// <summary>B, the number of sequences.</summary>
    public int Largest => Sizes[0];

    public static RowBatches Even(long steps, long batch, bool batchFirst = false)
    {
        var sizes = new int[steps];
        sizes.AsSpan().Fill((int)batch);
        return new RowBatches(sizes, checked((int)(steps * batch)), packed: false, batchFirst);
    }

    public static RowBatches Of(ReadOnlySpan<long> sizes)
    {
        var copy = new int[sizes.Length];
        for (var t = 0; t < copy.Length; t++)
            copy[t] = checked((int)sizes[t]);
        return new RowBatches(copy, copy.Sum(), packed: true, batchFirst: false);
    }
}
