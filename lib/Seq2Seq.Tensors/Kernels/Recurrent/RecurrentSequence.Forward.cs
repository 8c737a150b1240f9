namespace Seq2Seq.Tensors;

internal static unsafe partial class RecurrentSequence<T, TCell>
{
    /// <param name="shape">Sizes and row numbering.</param>
    /// <param name="x">Input.</param>
    /// <param name="weightInput">Input-to-gates weights.</param>
    /// <param name="weightHidden">State-to-gates weights.</param>
    /// <param name="biasInput">May be null.</param>
    /// <param name="biasHidden">May be null.</param>
    /// <param name="h0">First hidden state, null for zeros.</param>
    /// <param name="c0">First cell state, null for zeros.</param>
    /// <param name="y">Output.</param>
    /// <param name="yStride">Elements between rows of y.</param>
    /// <param name="gates">(rows, G H): work space that the backward pass needs again.</param>
    /// <param name="saved">(rows, H), likewise; null without a backward pass.</param>
    /// <param name="hN">Last hidden state.</param>
    /// <param name="cN">Last cell state.</param>
    /// <param name="packedInput">The input weights packed as (I, G H) transposed, or null.</param>
    /// <param name="packedHidden">The state weights packed as (H, G H) transposed, or null.</param>
    public static void Forward(
        in RecurrentShape shape, T* x, T* weightInput, T* weightHidden, T* biasInput, T* biasHidden, T* h0, T* c0,
        T* y, nint yStride, T* gates, T* saved, T* hN, T* cN, PackedMatrix? packedInput, PackedMatrix? packedHidden)
    {
        var (rows, width, hidden) = (shape.Rows, TCell.Gates * shape.Hidden, shape.Hidden);
        for (var row = 0; row < rows; row++)
            CopyOrClear(biasInput, gates + (nint)row * width, width);
        AddPacked(
            true, rows, width, shape.Input, x, shape.Input, weightInput, packedInput == null ? null : packedInput.Panels, gates, width);

        CopyOrClear(h0, hN, shape.Batch * hidden);
        if (TCell.HasCell)
            CopyOrClear(c0, cN, shape.Batch * hidden);
        var bucket = 0;
        var panels = packedHidden != null ? packedHidden.Panels : Pack(true, hidden, width, weightHidden, out bucket);
        var body = new ForwardChunk(shape, weightHidden, panels, biasHidden, y, yStride, gates, saved, hN, cN);
        Workers.For(Chunks(shape.Batch), ref body);
        if (packedHidden == null && panels != null)
            NativePool.Return((byte*)panels, bucket);
        GC.KeepAlive(packedInput);
        GC.KeepAlive(packedHidden);
    }

    private readonly struct ForwardChunk(
        RecurrentShape shape, T* weight, float* panels, T* bias, T* y, nint yStride, T* gates, T* saved, T* hN, T* cN)
        : IChunkBody
    {
        public void Run(int chunk)
        {
            var (hidden, width, step) = (shape.Hidden, TCell.Gates * shape.Hidden, ChunkRows(shape.Batch));
            var first = chunk * step;
            var last = Math.Min(shape.Batch, first + step);
            var part = Rent((long)(last - first) * width, out var bucket);
            for (var order = 0; order < shape.Steps; order++)
            {
                var t = shape.StepAt(order);
                var count = Math.Min(shape.Alive(t), last) - first;
                if (count <= 0)
                    continue;
                for (var b = 0; b < count; b++)
                    CopyOrClear(bias, part + (nint)b * width, width);
                AddPacked(true, count, width, hidden, hN + (nint)first * hidden, hidden, weight, panels, part, width);
                var row = shape.FirstRow(t) + first * shape.BatchStride;
                for (var b = 0; b < count; b++, row += shape.BatchStride)
                    Cell(row, first + b, part + (nint)b * width);
            }

            Return(part, bucket);
        }

        private void Cell(nint row, nint b, T* part)
        {
            var hidden = shape.Hidden;
            var body = new ForwardRow
            {
                Row = new CellForward
                {
                    Size = hidden,
                    Gates = gates + row * TCell.Gates * hidden,
                    StatePart = part,
                    Hidden = hN + b * hidden,
                    Cell = TCell.HasCell ? cN + b * hidden : null,
                    Output = y + row * yStride,
                    Saved = saved == null ? null : saved + row * hidden,
                },
            };
            Simd.Run(ref body, hidden, IsDouble);
        }
    }
    private struct ForwardRow : IRangeBody
    {
        public CellForward Row;

        public readonly void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V> => TCell.Forward<V>(Row, from, to);
    }
}
