namespace Seq2Seq.Tensors;

/// <summary>The best of each row's log-probabilities: the largest of x − max − ln Σ e^(x − max) (+ the row's offset), and where they stand.</summary>
/// <remarks>x (rows, columns), offsets (rows) or null, values and ids (rows, count). No log-probability is written but these.</remarks>
internal static unsafe class LogSoftmaxTopKernel
{
    public static void Forward(float* x, float* offsets, int rows, int columns, int count, float* values, long* ids)
    {
        var body = new Rows(x, offsets, columns, count, values, ids);
        RowChunks.Run(rows, 4L * columns, ref body);
    }

    private readonly struct Rows(float* x, float* offsets, int columns, int count, float* values, long* ids) : IRowBody
    {
        public void Run(int first, int last)
        {
            for (nint row = first; row < last; row++)
            {
                var from = x + row * columns;
                var max = TopRow.Max(from, columns, count, out var bound);
                var total = float.IsFinite(max)
                    ? VectorMath.Log(new Float1(ReduceKernel.SumExp(new ReadOnlySpan<float>(from, columns), max))).Value
                    : float.NaN;
                if (float.IsNaN(total))
                {
                    // A NaN, or nothing but infinities: then every log-probability is NaN, and all stand equal.
                    for (nint i = 0; i < count; i++)
                        (values[row * count + i], ids[row * count + i]) = (float.NaN, i);
                    continue;
                }

                var shift = new RowShift(max, total, offsets == null ? 0 : offsets[row], offsets != null);
                TopRow.Select(from, columns, count, bound, shift, values + row * count, ids + row * count);
            }
        }
    }
}
