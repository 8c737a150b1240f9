namespace Seq2Seq.Tensors;

internal static unsafe partial class RecurrentSequence<T, TCell>
{
    // Some gates of dU (width, H) = Σ dState(row)ᵀ h before(row), rows in order. The states lie in y already; one of zeros adds nothing.
    private static void StateWeightGradient(
        in RecurrentShape shape, T* dState, int stride, int width, T* y, nint yStride, T* h0, T* dWeight, bool accumulate)
    {
        var hidden = shape.Hidden;
        if (IsDouble)
        {
            var before = StatesBefore(shape, y, yStride, h0, out var bucketBefore);
            Multiply(true, false, width, hidden, shape.Rows, dState, stride, before, hidden, dWeight, hidden, accumulate);
            Return(before, bucketBefore);
            return;
        }

        var runs = (RowRun*)NativePool.Rent((shape.Rows + 1L) * sizeof(RowRun), out var bucket);
        var (count, rows) = (0, 0);
        RowRun open = default;
        for (var i = shape.InOrder(); i.Next();)
        {
            var before = i.RowBefore >= 0 ? y + i.RowBefore * yStride : h0 == null ? null : h0 + (nint)i.Sequence * hidden;
            if (before == null)
                continue;
            var gradient = dState + (nint)i.Row * stride;
            rows++;
            if (open.Count > 0 && (T*)open.Left + open.Count * (nint)stride == gradient && (T*)open.Right + open.Count * yStride == before)
            {
                open = new RowRun(open.Left, open.Right, open.Count + 1);
                continue;
            }

            if (open.Count > 0)
                runs[count++] = open;
            open = new RowRun((float*)gradient, (float*)before, 1);
        }

        runs[count] = open;
        Gemm.MultiplyRuns(width, hidden, rows, runs, stride, (int)yStride, (float*)dWeight, hidden, accumulate);
        NativePool.Return((byte*)runs, bucket);
    }

    // The state before each row, (rows, H).
    private static T* StatesBefore(in RecurrentShape shape, T* y, nint yStride, T* h0, out int bucket)
    {
        nint hidden = shape.Hidden;
        var states = Rent(shape.Rows * hidden, out bucket);
        for (var i = shape.InOrder(); i.Next();)
        {
            var before = i.RowBefore >= 0 ? y + i.RowBefore * yStride : h0 == null ? null : h0 + i.Sequence * hidden;
            CopyOrClear(before, states + i.Row * hidden, (int)hidden);
        }

        return states;
    }
}
