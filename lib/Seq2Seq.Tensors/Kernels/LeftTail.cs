namespace Seq2Seq.Tensors;

/// <summary>The columns of a left operand from number <paramref name="from"/> on, where they lie apart from the columns before.</summary>
internal readonly unsafe struct LeftTail(float* a, int lda, int from)
{
    /// <summary>Does it begin before this column?</summary>
    public bool Begins(int column) => a != null && column > from;

    /// <summary>As <see cref="GemmPack.Turned"/>, for columns depth ... depth + count - 1 of which some or all are its own.</summary>
    public void Turned(float* head, int ldHead, nint row, int depth, int count, int valid, int width, float* to)
    {
        var before = Math.Max(0, from - depth);
        if (before > 0)
            GemmPack.Turned(head + row * ldHead + depth, ldHead, before, valid, width, to);
        GemmPack.Turned(a + row * lda + depth + before - from, lda, count - before, valid, width, to + (nint)before * width);
    }
}
