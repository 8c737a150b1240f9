namespace Seq2Seq.Tensors;

internal static unsafe partial class RecurrentSequence<T, TCell>
{
    /// <summary>Adds to each gradient that is not null, or writes it anew; the arguments up to saved are those of the forward pass.</summary>
    /// <remarks>Weights that are named in late have null for their gradient here.</remarks>
    public static void Backward(
        in RecurrentShape shape, T* x, T* weightInput, T* weightHidden, T* h0, T* c0, T* y, nint yStride, T* gates, T* saved,
        T* dy, nint dyStride, T* dhN, T* dcN,
        T* dx, T* dWeightInput, T* dWeightHidden, T* dBiasInput, T* dBiasHidden, T* dh0, T* dc0,
        PackedMatrix? packedInput, PackedMatrix? packedHidden, BackwardTargets anew, LateWeights late)
    {
        var (rows, batch, hidden, width) = (shape.Rows, shape.Batch, shape.Hidden, TCell.Gates * shape.Hidden);
        var bucketGates = 0;
        var dGates = anew.Gates ? gates : Rent((long)rows * width, out bucketGates);
        var bucketState = 0;
        var stateStride = late.Hidden == null ? hidden : width;
        var dLast = TCell.HasStateGradient ? Rent((long)rows * stateStride, out bucketState) : null;
        if (TCell.HasStateGradient && late.Hidden != null)
            dLast += width - hidden;
        var dHidden = Rent((long)batch * hidden, out var bucketHidden);
        var dCell = Rent((long)batch * hidden, out var bucketCell);
        var zeros = Rent(hidden, out var bucketZeros);
        CopyOrClear(null, zeros, hidden);
        CopyOrClear(dhN, dHidden, batch * hidden);
        CopyOrClear(dcN, dCell, batch * hidden);

        var bucketPanels = 0;
        var panels = packedHidden != null ? packedHidden.Panels : Pack(false, width, hidden, weightHidden, out bucketPanels);
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
            DLast = dLast,
            StateStride = stateStride,
            Zeros = zeros,
            Weight = weightHidden,
            Panels = panels,
            DX = dx,
            PanelsInput = shape.SequencesLieWhole && !IsDouble && packedInput != null && dx != null ? packedInput.Panels : null,
            Accumulate = !anew.Input,
            WantsFirst = dh0 != null,
        };
        var body = new BackwardChunk(shape, work);
        Workers.For(Chunks(batch), ref body);
        if (packedHidden == null && panels != null)
            NativePool.Return((byte*)panels, bucketPanels);

        if (dx != null && work.PanelsInput == null)
            InputGradient(shape, dGates, weightInput, packedInput, dx, !anew.Input);
        if (dWeightInput != null)
            Multiply(true, false, width, shape.Input, rows, dGates, width, x, shape.Input, dWeightInput, shape.Input, !anew.WeightInput);
        var shared = TCell.HasStateGradient ? width - hidden : width;
        if (dWeightHidden != null)
        {
            StateWeightGradient(shape, dGates, width, shared, y, yStride, h0, dWeightHidden, !anew.WeightHidden);
            if (TCell.HasStateGradient)
                StateWeightGradient(shape, dLast, hidden, hidden, y, yStride, h0, dWeightHidden + (nint)shared * hidden, !anew.WeightHidden);
        }

        late.Input?.Add((float*)dGates, width, (float*)x, shape.Input, rows);
        if (late.Hidden != null)
        {
            var before = StatesBefore(shape, y, yStride, h0, out var bucketBefore);
            var dState = dLast == null ? dGates : dLast - shared;
            for (nint row = 0; dState != dGates && row < rows; row++)
                CopyOrClear(dGates + row * width, dState + row * width, shared);
            late.Hidden.Add((float*)dState, width, (float*)before, hidden, rows);
            Return(before, bucketBefore);
        }

        AddBiases(dGates, dLast, stateStride, rows, hidden, dBiasInput, dBiasHidden);
        AddTo(dh0, dHidden, batch * hidden);
        AddTo(dc0, dCell, batch * hidden);

        if (!anew.Gates)
            Return(dGates, bucketGates);
        if (TCell.HasStateGradient)
            Return(late.Hidden == null ? dLast : dLast - shared, bucketState);
        Return(dHidden, bucketHidden);
        Return(dCell, bucketCell);
        Return(zeros, bucketZeros);
        GC.KeepAlive(packedInput);
        GC.KeepAlive(packedHidden);
    }

    // dx = dGates W, for all steps at once.
    private static void InputGradient(in RecurrentShape shape, T* dGates, T* weight, PackedMatrix? packed, T* dx, bool accumulate)
    {
        var (rows, width, inputs) = (shape.Rows, TCell.Gates * shape.Hidden, shape.Input);
        if (packed != null && !IsDouble)
            Gemm.Multiply(false, rows, (float*)dGates, width, packed, (float*)dx, inputs, accumulate);
        else
            Multiply(false, false, rows, inputs, width, dGates, width, weight, inputs, dx, inputs, accumulate);
    }

    private static void AddBiases(T* dGates, T* dLast, int strideLast, int rows, int hidden, T* dInput, T* dHidden)
    {
        int width = TCell.Gates * hidden, shared = dLast == null ? width : width - hidden;

        // Both biases get the same sums: where they were equal they stay equal.
        var alike = dInput != null && dHidden != null && SameBits(dInput, dHidden, shared);
        if (dInput != null)
            ColumnSums.Add(dGates, rows, width, dInput, IsDouble);
        if (dHidden == null)
            return;
        if (alike)
            CopyOrClear(dInput, dHidden, shared);
        else
            ColumnSums.Add(dGates, rows, shared, width, dHidden, IsDouble);
        if (dLast != null)
            ColumnSums.Add(dLast, rows, hidden, strideLast, dHidden + shared, IsDouble);
    }

    private static bool SameBits(T* a, T* b, int count) =>
        new ReadOnlySpan<byte>(a, count * sizeof(T)).SequenceEqual(new ReadOnlySpan<byte>(b, count * sizeof(T)));

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
        public T* H0, C0, Y, Gates, Saved, DY, DHidden, DCell, DGates, DLast, Zeros;
        public nint YStride, DYStride;
        public int StateStride;
        public T* Weight;
        public float* Panels;
        public T* DX;
        public float* PanelsInput;
        public bool Accumulate, WantsFirst;
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
                var nextFirst = order == 0 ? firstRow : shape.FirstRow(shape.StepAt(order - 1)) + first * shape.BatchStride;
                for (var b = 0; b < count; b++)
                    Cell(t, first + b, firstRow + b * shape.BatchStride, b + 1 < count ? shape.BatchStride : nextFirst - firstRow - b * shape.BatchStride);

                if (order == 0 && !work.WantsFirst)
                    continue;

                // The gradient of the state before, through the weights.
                StateProduct(count, firstRow, work.DHidden + (nint)first * hidden);
            }

            if (work.PanelsInput != null)
            {
                // These sequences' share of the input's gradient, while the gates' is in this core's cache.
                var row = (nint)first * shape.Steps;
                Gemm.MultiplyPanels(
                    false, (last - first) * shape.Steps, shape.Input, width, (float*)(work.DGates + row * width), width, work.PanelsInput,
                    (float*)(work.DX + row * shape.Input), shape.Input, work.Accumulate);
            }
        }

        // to (count, H) += dState U, where the last gate's columns of dState may lie apart.
        private void StateProduct(int count, nint row, T* to)
        {
            var (hidden, width) = (shape.Hidden, TCell.Gates * shape.Hidden);
            T* gates = work.DGates + row * width, last = work.DLast + row * work.StateStride;
            int stride = shape.BatchStride * width, strideLast = shape.BatchStride * work.StateStride;
            var shared = TCell.HasStateGradient ? width - hidden : width;
            if (work.Panels != null)
            {
                var tail = TCell.HasStateGradient ? new LeftTail((float*)last, strideLast, shared) : default;
                Gemm.MultiplyPanels(false, count, hidden, width, (float*)gates, stride, work.Panels, (float*)to, hidden, true, tail: tail);
                return;
            }

            Multiply(false, false, count, hidden, shared, gates, stride, work.Weight, hidden, to, hidden, true);
            if (TCell.HasStateGradient)
                Multiply(false, false, count, hidden, hidden, last, strideLast, work.Weight + (nint)shared * hidden, hidden, to, hidden, true);
        }

        private void Cell(int t, int b, nint row, nint next)
        {
            nint hidden = shape.Hidden, width = TCell.Gates * hidden, rowBefore = shape.RowBefore(t, b);
            var hiddenBefore = rowBefore >= 0 ? work.Y + rowBefore * work.YStride
                : work.H0 == null ? work.Zeros : work.H0 + b * hidden;
            var cellBefore = !TCell.HasCell ? null
                : rowBefore >= 0 ? work.Saved + rowBefore * hidden
                : work.C0 == null ? work.Zeros : work.C0 + b * hidden;
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
                    NextRow = next,
                    NextDOutput = next * work.DYStride,
                    DOutput = work.DY == null ? null : work.DY + row * work.DYStride,
                    DHidden = work.DHidden + b * hidden,
                    DCell = work.DCell + b * hidden,
                    DGates = work.DGates + row * width,
                    DStatePart = TCell.HasStateGradient ? work.DLast + row * work.StateStride : null,
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
