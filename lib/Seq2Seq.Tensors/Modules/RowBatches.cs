namespace Seq2Seq.Tensors.Modules;

/// <summary>How rows belong to time steps: packed, Sizes[t] rows of step t, never rising; or a padded batch, time or batch first.</summary>
/// <param name="Sizes">The rows of each of the steps if packed, else null; may be longer.</param>
/// <param name="Steps">How many steps.</param>
/// <param name="Largest">B, the number of sequences.</param>
/// <param name="Rows">N, the rows of all steps together.</param>
/// <param name="BatchFirst">True if all rows of a sequence follow one another.</param>
internal readonly record struct RowBatches(int[]? Sizes, int Steps, int Largest, int Rows, bool BatchFirst)
{
    public static RowBatches Even(long steps, long batch, bool batchFirst = false) =>
        new(null, (int)steps, (int)batch, checked((int)(steps * batch)), batchFirst);

    public static RowBatches Packed(int[] sizes, int steps)
    {
        var rows = 0;
        foreach (var size in sizes.AsSpan(0, steps))
            rows += size;
        return new RowBatches(sizes, steps, sizes[0], rows, BatchFirst: false);
    }

    /// <summary>The same with its sizes in a room of one's own, which is made if there is none.</summary>
    public RowBatches In(ref int[]? room)
    {
        if (Sizes is null)
            return this;
        if (room is null || room.Length < Steps)
            room = new int[Steps];
        Sizes.AsSpan(0, Steps).CopyTo(room);
        return this with { Sizes = room };
    }
}
