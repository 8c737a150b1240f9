namespace Seq2Seq.Tensors;

/// <summary>Slices along the first dimension of contiguous tables, by an index: as rows of an embedding.</summary>
internal static unsafe class WholeRows
{
    /// <summary>y = the slices of table that the index names.</summary>
    public static void Select(torch.Tensor table, torch.Tensor index, torch.Tensor y, string operation)
    {
        using var rows = Checked(table, index, operation);
        var (columns, count) = ((int)(table.Count / table.Sizes[0]), (int)rows.Count);
        var at = (long*)rows.Pointer;
        if (table.dtype == torch.ScalarType.Float32)
            EmbeddingKernel.Forward((float*)table.Pointer, columns, at, count, (float*)y.Pointer);
        else
            EmbeddingKernel.Forward((double*)table.Pointer, columns, at, count, (double*)y.Pointer);
        GC.KeepAlive(table);
        GC.KeepAlive(y);
    }

    /// <summary>The slices of table that the index names += values, in index order.</summary>
    public static void Add(torch.Tensor table, torch.Tensor index, torch.Tensor values, string operation)
    {
        const long NoPadding = -1;
        using var rows = Checked(table, index, operation);
        var (columns, count) = ((int)(table.Count / table.Sizes[0]), (int)rows.Count);
        var at = (long*)rows.Pointer;
        if (table.dtype == torch.ScalarType.Float32)
            EmbeddingKernel.Backward((float*)values.Pointer, columns, at, count, NoPadding, (float*)table.Pointer);
        else
            EmbeddingKernel.Backward((double*)values.Pointer, columns, at, count, NoPadding, (double*)table.Pointer);
        GC.KeepAlive(table);
        GC.KeepAlive(values);
    }

    private static torch.Tensor Checked(torch.Tensor table, torch.Tensor index, string operation)
    {
        using var whole = index.Cast(torch.ScalarType.Int64);
        var rows = whole.Dense();
        var bad = EmbeddingKernel.FirstBadIndex(rows.Span<long>(), table.Sizes[0]);
        if (bad < 0)
            return rows;
        var value = rows.Span<long>()[bad];
        rows.Dispose();
        throw Throw.IndexOutOfRange(operation, value, 0, table.Sizes);
    }
}
