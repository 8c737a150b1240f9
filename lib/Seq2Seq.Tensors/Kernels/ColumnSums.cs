using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>y (columns) += each row of x (rows, columns), in row order.</summary>
internal static unsafe class ColumnSums
{
    private const int ColumnGroup = 256;
    private const int RowBlock = 32;
    private const int Parallel = 131_072;

    public static void Add(void* x, int rows, int columns, void* y, bool isDouble)
    {
        var body = new Chunk(x, rows, columns, y, isDouble);
        var chunks = (columns + ColumnGroup - 1) / ColumnGroup;
        if ((long)rows * columns >= Parallel)
        {
            Workers.For(chunks, ref body);
            return;
        }

        for (var chunk = 0; chunk < chunks; chunk++)
            body.Run(chunk);
    }

    private readonly struct Chunk(void* x, int rows, int columns, void* y, bool isDouble) : IChunkBody
    {
        public void Run(int chunk)
        {
            var size = isDouble ? sizeof(double) : sizeof(float);
            nint first = chunk * ColumnGroup;
            for (nint row = 0; row < rows; row += RowBlock)
            {
                // Some rows at a time, so that all columns of the group come from the first-level cache.
                var body = new Body(
                    (byte*)x + (row * columns + first) * size, Math.Min(RowBlock, rows - row), columns, (byte*)y + first * size);
                Simd.Run(ref body, Math.Min(ColumnGroup, columns - first), isDouble);
            }
        }
    }

    private readonly struct Body(void* x, nint rows, nint columns, void* y) : IRangeBody
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* px = x, py = y;
            var j = from;
            for (; j + 4 * V.Count <= to; j += 4 * V.Count)
            {
                var s0 = V.Load(py, j);
                var s1 = V.Load(py, j + V.Count);
                var s2 = V.Load(py, j + 2 * V.Count);
                var s3 = V.Load(py, j + 3 * V.Count);
                for (nint row = 0, i = j; row < rows; row++, i += columns)
                {
                    s0 += V.Load(px, i);
                    s1 += V.Load(px, i + V.Count);
                    s2 += V.Load(px, i + 2 * V.Count);
                    s3 += V.Load(px, i + 3 * V.Count);
                }

                V.Store(s0, py, j);
                V.Store(s1, py, j + V.Count);
                V.Store(s2, py, j + 2 * V.Count);
                V.Store(s3, py, j + 3 * V.Count);
            }

            for (; j < to; j += V.Count)
            {
                var sum = V.Load(py, j);
                for (nint row = 0, i = j; row < rows; row++, i += columns)
                    sum += V.Load(px, i);
                V.Store(sum, py, j);
            }
        }
    }
}
