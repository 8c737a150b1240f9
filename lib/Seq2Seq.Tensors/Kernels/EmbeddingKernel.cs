using System.Numerics;
using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>Rows of a table by number, and the gradient of the table.</summary>
internal static unsafe class EmbeddingKernel
{
    // Columns that one chunk of the gradient covers: every chunk goes through all indices, in order.
    private const int ColumnGroup = 64;
    private const long Parallel = 65536;

    /// <summary>Where the first index is outside the table, or -1.</summary>
    public static int FirstBadIndex(ReadOnlySpan<long> indices, long rows)
    {
        // Within the table neither i nor rows − 1 − i is negative.
        var (top, signs) = (new Vector<long>(rows - 1), Vector<long>.Zero);
        var from = 0;
        for (; from + Vector<long>.Count <= indices.Length; from += Vector<long>.Count)
        {
            var some = new Vector<long>(indices[from..]);
            signs |= some | (top - some);
        }

        for (var i = Vector.LessThanAny(signs, Vector<long>.Zero) ? 0 : from; i < indices.Length; i++)
        {
            if ((ulong)indices[i] >= (ulong)rows)
                return i;
        }

        return -1;
    }

    /// <summary>y[i] (count, columns) = table[indices[i]].</summary>
    public static void Forward<T>(T* table, int columns, long* indices, int count, T* y)
        where T : unmanaged
    {
        var body = new Gather<T>(table, columns, indices, y);
        RowChunks.Run(count, columns, ref body);
    }

    // dTable[indices[i]] += dy[i], in the order of i, where indices[i] is not padding (-1 for none).
    public static void Backward<T>(T* dy, int columns, long* indices, int count, long padding, T* dTable)
        where T : unmanaged
    {
        var body = new Scatter<T>(dy, columns, indices, count, padding, dTable);
        if ((long)count * columns >= Parallel)
        {
            Workers.For(body.Chunks, ref body);
            return;
        }

        for (var chunk = 0; chunk < body.Chunks; chunk++)
            body.Run(chunk);
    }

    private readonly struct Gather<T>(T* table, int columns, long* indices, T* y) : IRowBody
        where T : unmanaged
    {
        public void Run(int first, int last)
        {
            for (nint i = first; i < last; i++)
                new ReadOnlySpan<T>(table + (nint)indices[i] * columns, columns).CopyTo(new Span<T>(y + i * columns, columns));
        }
    }

    private readonly struct Scatter<T>(T* dy, int columns, long* indices, int count, long padding, T* dTable) : IChunkBody
        where T : unmanaged
    {
        public int Chunks => (columns + ColumnGroup - 1) / ColumnGroup;

        public void Run(int chunk)
        {
            nint first = chunk * ColumnGroup, width = Math.Min(ColumnGroup, columns - first);
            for (nint i = 0; i < count; i++)
            {
                if (indices[i] == padding)
                    continue;
                var body = new AddRow(dy + i * columns + first, dTable + (nint)indices[i] * columns + first);
                Simd.Run(ref body, width, typeof(T) == typeof(double));
            }
        }
    }

    private readonly struct AddRow(void* x, void* y) : IRangeBody
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* px = x, py = y;
            for (var j = from; j < to; j += V.Count)
                V.Store(V.Load(py, j) + V.Load(px, j), py, j);
        }
    }
}
