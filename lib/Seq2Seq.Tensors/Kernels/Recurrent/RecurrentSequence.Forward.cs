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
        var (width, hidden) = (TCell.Gates * shape.Hidden, shape.Hidden);
        var inChunks = shape.SequencesLieWhole && !IsDouble && packedInput != null && shape.Input > 0;
        if (!inChunks)
            InputProduct(shape, x, weightInput, biasInput, packedInput, gates);

        CopyOrClear(h0, hN, shape.Batch * hidden);
        if (TCell.HasCell)
            CopyOrClear(c0, cN, shape.Batch * hidden);
        var bucket = 0;
        var panels = packedHidden != null ? packedHidden.Panels : Pack(true, hidden, width, weightHidden, out bucket);
        var body = new ForwardChunk(
            shape, weightHidden, panels, biasHidden, y, yStride, gates, saved, hN, cN, x, biasInput, inChunks ? packedInput!.Panels : null, h0 == null);
        Workers.For(Chunks(shape.Batch), ref body);
        if (packedHidden == null && panels != null)
            NativePool.Return((byte*)panels, bucket);
        GC.KeepAlive(packedInput);
        GC.KeepAlive(packedHidden);
    }

    // gates = x Wᵀ + bias, for all steps at once.
    private static void InputProduct(in RecurrentShape shape, T* x, T* weight, T* bias, PackedMatrix? packed, T* gates)
    {
        var (rows, width, inputs) = (shape.Rows, TCell.Gates * shape.Hidden, shape.Input);
        if (IsDouble || inputs == 0)
        {
            for (var row = 0; row < rows; row++)
                CopyOrClear(bias, gates + (nint)row * width, width);
            Multiply(false, true, rows, width, inputs, x, inputs, weight, inputs, gates, width, true);
        }
        else if (packed == null)
        {
            Gemm.Multiply(false, true, rows, width, inputs, (float*)x, inputs, (float*)weight, inputs, (float*)gates, width, false, (float*)bias);
        }
        else
        {
            Gemm.Multiply(false, rows, (float*)x, inputs, packed, (float*)gates, width, false, (float*)bias);
        }
    }

    private readonly struct ForwardChunk(
        RecurrentShape shape, T* weight, float* panels, T* bias, T* y, nint yStride, T* gates, T* saved, T* hN, T* cN, T* x,
        T* biasInput, float* inputPanels, bool fromZeros) : IChunkBody
    {
        public void Run(int chunk)
        {
            var (hidden, width, step) = (shape.Hidden, TCell.Gates * shape.Hidden, ChunkRows(shape.Batch));
            var first = chunk * step;
            var last = Math.Min(shape.Batch, first + step);
            if (inputPanels != null)
            {
                // These sequences' share of the input product, so that its result is still in this core's cache.
                var row = (nint)first * shape.Steps;
                Gemm.MultiplyPanels(
                    false, (last - first) * shape.Steps, width, shape.Input, (float*)(x + row * shape.Input), shape.Input, inputPanels,
                    (float*)(gates + row * width), width, false, (float*)biasInput);
            }

            var part = Rent((long)(last - first) * width, out var bucket);
            for (var order = 0; order < shape.Steps; order++)
            {
                var t = shape.StepAt(order);
                var count = Math.Min(shape.Alive(t), last) - first;
                if (count <= 0)
                    continue;
                var isZero = order == 0 && fromZeros;
                if (isZero)
                    CopyOrClear(bias, part, width);
                else
                    StatePart(count, hN + (nint)first * hidden, part);
                nint row = shape.FirstRow(t) + first * shape.BatchStride;
                var nextFirst = order + 1 == shape.Steps ? row : shape.FirstRow(shape.StepAt(order + 1)) + first * shape.BatchStride;
                for (var b = 0; b < count; b++, row += shape.BatchStride)
                    Cell(row, b + 1 < count ? shape.BatchStride : nextFirst - row, first + b, isZero ? part : part + (nint)b * width);
            }

            Return(part, bucket);
        }

        // part = h Uᵀ + bias
        private void StatePart(int count, T* h, T* part)
        {
            var (hidden, width) = (shape.Hidden, TCell.Gates * shape.Hidden);
            if (panels != null)
            {
                Gemm.MultiplyPanels(false, count, width, hidden, (float*)h, hidden, panels, (float*)part, width, false, (float*)bias);
                return;
            }

            for (var b = 0; b < count; b++)
                CopyOrClear(bias, part + (nint)b * width, width);
            Multiply(false, true, count, width, hidden, h, hidden, weight, hidden, part, width, true);
        }

        private void Cell(nint row, nint next, nint b, T* part)
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
                    NextRow = next,
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
