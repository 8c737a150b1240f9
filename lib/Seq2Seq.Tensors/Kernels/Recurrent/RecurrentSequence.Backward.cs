namespace Seq2Seq.Tensors;

internal static unsafe partial class RecurrentSequence<T, TCell>
{
    /// <summary>Adds to each gradient that is not null; the arguments up to saved are those of the forward pass.</summary>
    /// <remarks>Weights that are named in late have null for their gradient here.</remarks>
    public static void Backward(
        in RecurrentShape shape, T* x, T* weightInput, T* weightHidden, T* h0, T* c0, T* y, nint yStride, T* gates, T* saved,
        T* dy, nint dyStride, T* dhN, T* dcN,
        T* dx, T* dWeightInput, T* dWeightHidden, T* dBiasInput, T* dBiasHidden, T* dh0, T* dc0, LateWeights late = default)
    {
        var (rows, batch, hidden, width) = (shape.Rows, shape.Batch, shape.Hidden, TCell.Gates * shape.Hidden);
        var dGates = Rent((long)rows * width, out var bucketGates);
        var bucketState = 0;
        var dState = TCell.HasStateGradient ? Rent((long)rows * width, out bucketState) : dGates;
        var before = Rent((long)rows * hidden, out var bucketBefore);
        var dHidden = Rent((long)batch * hidden, out var bucketHidden);
        var dCell = Rent((long)batch * hidden, out var bucketCell);
        var zeros = Rent(hidden, out var bucketZeros);
        CopyOrClear(null, zeros, hidden);
        CopyOrClear(dhN, dHidden, batch * hidden);
        CopyOrClear(dcN, dCell, batch * hidden);

        var panels = Pack(false, width, hidden, weightHidden, out var bucketPanels);
        var work = new BackwardWork
        {
            H0 = h0,
            C0 = c0,
            Y = y,
            YStride = yStride,
            Gates = gates,
            Saved = saved,
            DY = dy,
            DYStride = dyStride,
            DHidden = dHidden,
            DCell = dCell,
            DGates = dGates,
            DState = dState,
            Before = before,
            Zeros = zeros,
            Weight = weightHidden,
            Panels = panels,
        };
        var body = new BackwardChunk(shape, work);
        Workers.For(Chunks(batch), ref body);
        if (panels != null)
            NativePool.Return((byte*)panels, bucketPanels);

        if (dx != null)
            Add(false, false, rows, shape.Input, width, dGates, width, weightInput, shape.Input, dx, shape.Input);
        if (dWeightInput != null)
            Add(true, false, width, shape.Input, rows, dGates, width, x, shape.Input, dWeightInput, shape.Input);
        if (dWeightHidden != null)
            Add(true, false, width, hidden, rows, dState, width, before, hidden, dWeightHidden, hidden);
        late.Input?.Add((float*)dGates, width, (float*)x, shape.Input, rows);
        late.Hidden?.Add((float*)dState, width, (float*)before, hidden, rows);
        AddColumns(dGates, rows, width, dBiasInput);
        AddColumns(dState, rows, width, dBiasHidden);
        AddTo(dh0, dHidden, batch * hidden);
        AddTo(dc0, dCell, batch * hidden);

        Return(dGates, bucketGates);
        if (TCell.HasStateGradient)
            Return(dState, bucketState);
        Return(before, bucketBefore);
        Return(dHidden, bucketHidden);
        Return(dCell, bucketCell);
        Return(zeros, bucketZeros);
    }

    private static void AddColumns(T* from, int rows, int columns, T* to)
    {
        if (to == null)
            return;
        if (IsDouble)
            ReduceKernel.SumColumns(new Span<double>(from, rows * columns), rows, columns, new Span<double>(to, columns), true);
        else
            ReduceKernel.SumColumns(new Span<float>(from, rows * columns), rows, columns, new Span<float>(to, columns), true);
    }

    private static void AddTo(T* to, T* from, int count)
    {
        if (to == null)
            return;
        if (IsDouble)
            AddKernel.AddTo(new Span<double>(to, count), new Span<double>(from, count));
        else
            AddKernel.AddTo(new Span<float>(to, count), new Span<float>(from, count));
    }

    private struct BackwardWork
    {
        public T* H0, C0, Y, Gates, Saved, DY, DHidden, DCell, DGates, DState, Before, Zeros;
        public nint YStride, DYStride;
        public T* Weight;
        public float* Panels;
    }

    private readonly struct BackwardChunk(RecurrentShape shape, BackwardWork work) : IChunkBody
    {
        public void Run(int chunk)
        {
            var (hidden, width, step) = (shape.Hidden, TCell.Gates * shape.Hidden, ChunkRows(shape.Batch));
            var first = chunk * step;
            var last = Math.Min(shape.Batch, first + step);
            for (var order = shape.Steps - 1; order >= 0; order--)
            {
                var t = shape.StepAt(order);
                var count = Math.Min(shape.Alive(t), last) - first;
                if (count <= 0)
                    continue;
                var firstRow = shape.FirstRow(t) + first * shape.BatchStride;
                for (var b = 0; b < count; b++)
                    Cell(t, first + b, firstRow + b * shape.BatchStride);

                // The gradient of the state before, through the weights.
                AddPacked(
                    false, count, hidden, width, work.DState + (nint)firstRow * width, shape.BatchStride * width,
                    work.Weight, work.Panels, work.DHidden + (nint)first * hidden, hidden);
            }
        }

        private void Cell(int t, int b, nint row)
        {
            nint hidden = shape.Hidden, width = TCell.Gates * hidden, rowBefore = shape.RowBefore(t, b);
            var hiddenBefore = rowBefore >= 0 ? work.Y + rowBefore * work.YStride
                : work.H0 == null ? work.Zeros : work.H0 + b * hidden;
            var cellBefore = !TCell.HasCell ? null
                : rowBefore >= 0 ? work.Saved + rowBefore * hidden
                : work.C0 == null ? work.Zeros : work.C0 + b * hidden;
            new ReadOnlySpan<T>(hiddenBefore, (int)hidden).CopyTo(new Span<T>(work.Before + row * hidden, (int)hidden));
            var body = new BackwardRow
            {
                Row = new CellBackward
                {
                    Size = (int)hidden,
                    Gates = work.Gates + row * width,
                    Saved = work.Saved == null ? null : work.Saved + row * hidden,
                    Output = work.Y + row * work.YStride,
                    HiddenBefore = hiddenBefore,
                    CellBefore = cellBefore,
                    DOutput = work.DY == null ? null : work.DY + row * work.DYStride,
                    DHidden = work.DHidden + b * hidden,
                    DCell = work.DCell + b * hidden,
                    DGates = work.DGates + row * width,
                    DStatePart = work.DState + row * width,
                },
            };
            Simd.Run(ref body, hidden, IsDouble);
        }
    }

    private struct BackwardRow : IRangeBody
    {
        public CellBackward Row;

        public readonly void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V> => TCell.Backward<V>(Row, from, to);
    }
}
