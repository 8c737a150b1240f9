using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>y (columns) += each row of x (rows, columns), in row order.</summary>
internal static unsafe class ColumnSums
{
    private const int ColumnGroup = 128;
    private const int FetchAhead = 8;
    private const int Parallel = 65_536;

    public static void Add(void* x, int rows, int columns, void* y, bool isDouble) => Add(x, rows, columns, columns, y, isDouble);

    /// <summary>The same for rows that begin <paramref name="stride"/> elements apart.</summary>
    public static void Add(void* x, int rows, int columns, nint stride, void* y, bool isDouble)
    {
        var run = new RowRun((float*)x, null, rows);
        Add(&run, 1, rows, columns, stride, y, isDouble);
    }

    /// <summary>The same for the left rows of runs, in their order.</summary>
    public static void Add(RowRun* runs, int count, int columns, nint stride, float* y)
    {
        var rows = 0L;
        for (var i = 0; i < count; i++)
            rows += runs[i].Count;
        Add(runs, count, rows, columns, stride, y, isDouble: false);
    }

    private static void Add(RowRun* runs, int count, long rows, int columns, nint stride, void* y, bool isDouble)
    {
        var body = new Chunk(runs, count, columns, stride, y, isDouble);
        var chunks = (columns + ColumnGroup - 1) / ColumnGroup;
        if (rows * columns >= Parallel)
        {
            Workers.For(chunks, ref body);
            return;
        }

        for (var chunk = 0; chunk < chunks; chunk++)
            body.Run(chunk);
    }

    private readonly struct Chunk(RowRun* runs, int count, int columns, nint stride, void* y, bool isDouble) : IChunkBody
    {
        public void Run(int chunk)
        {
            var size = isDouble ? sizeof(double) : sizeof(float);
            nint first = chunk * ColumnGroup;
            for (var i = 0; i < count; i++)
            {
                var body = new Body((byte*)runs[i].Left + first * size, runs[i].Count, stride, (byte*)y + first * size);
                Simd.Run(ref body, Math.Min(ColumnGroup, columns - first), isDouble);
            }
        }
    }

    private readonly struct Body(void* x, nint rows, nint stride, void* y) : IRangeBody
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* px = x, py = y;
            var j = from;
            for (; j + 8 * V.Count <= to; j += 8 * V.Count)
            {
                V s0 = V.Load(py, j), s1 = V.Load(py, j + V.Count), s2 = V.Load(py, j + 2 * V.Count), s3 = V.Load(py, j + 3 * V.Count);
                V s4 = V.Load(py, j + 4 * V.Count), s5 = V.Load(py, j + 5 * V.Count), s6 = V.Load(py, j + 6 * V.Count), s7 = V.Load(py, j + 7 * V.Count);
                for (nint row = 0, i = j; row < rows; row++, i += stride)
                {
                    // Rows lie too far apart for the processor to foresee.
                    NextRow.Fetch<V>(px, i + FetchAhead * stride, V.Count, 8);
                    s0 += V.Load(px, i);
                    s1 += V.Load(px, i + V.Count);
                    s2 += V.Load(px, i + 2 * V.Count);
                    s3 += V.Load(px, i + 3 * V.Count);
                    s4 += V.Load(px, i + 4 * V.Count);
                    s5 += V.Load(px, i + 5 * V.Count);
                    s6 += V.Load(px, i + 6 * V.Count);
                    s7 += V.Load(px, i + 7 * V.Count);
                }

                V.Store(s0, py, j);
                V.Store(s1, py, j + V.Count);
                V.Store(s2, py, j + 2 * V.Count);
                V.Store(s3, py, j + 3 * V.Count);
                V.Store(s4, py, j + 4 * V.Count);
                V.Store(s5, py, j + 5 * V.Count);
                V.Store(s6, py, j + 6 * V.Count);
                V.Store(s7, py, j + 7 * V.Count);
            }

            for (; j < to; j += V.Count)
            {
                var sum = V.Load(py, j);
                for (nint row = 0, i = j; row < rows; row++, i += stride)
                    sum += V.Load(px, i);
                V.Store(sum, py, j);
            }
        }
    }
}
