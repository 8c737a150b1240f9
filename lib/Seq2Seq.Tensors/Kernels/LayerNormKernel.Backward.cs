using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

internal static unsafe partial class LayerNormKernel
{
    private const int Parallel = 65536;
    private const int BlockNumbers = 8192;

    /// <summary>Adds to dx, dWeight and dBias; each may be null. What a fresh dx holds is not read.</summary>
    /// <remarks>
    /// One pass over x and dy: a block of rows gives its rows of dx, then, while it is in the caches, its share of the sums over the
    /// rows. Blocks of dx go round the workers; each worker sums some columns over all blocks, in the order of the rows.
    /// </remarks>
    public static void Backward<T>(
        int rows, int columns, T* x, T* weight, T* means, T* scales, T* dy, T* dx, T* dWeight, T* dBias, bool freshX = false)
        where T : unmanaged
    {
        if (rows == 0 || columns == 0)
            return;

        // The two sums run side by side; one that nobody asked for goes to waste.
        var spare = (T*)NativePool.Rent((long)columns * sizeof(T), out var bucket);
        var sums = dWeight != null || dBias != null;
        if (sums && (dWeight == null || dBias == null))
            new Span<T>(spare, columns).Clear();
        var tasks = (long)rows * columns < Parallel ? 1 : Workers.ThreadCount;
        var body = new BackwardTask<T>(
            rows, columns, x, weight, means, scales, dy, dx, dWeight == null ? spare : dWeight, dBias == null ? spare : dBias, freshX, sums, tasks);
        Workers.For(tasks, ref body);
        NativePool.Return((byte*)spare, bucket);
    }

    private readonly struct BackwardTask<T>(
        int rows, int columns, T* x, T* weight, T* means, T* scales, T* dy, T* dx, T* dWeight, T* dBias, bool fresh, bool sums, int tasks)
        : IChunkBody
        where T : unmanaged
    {
        public void Run(int task)
        {
            var perBlock = Math.Clamp(BlockNumbers / columns, 1, rows);
            var width = ((columns + tasks - 1) / tasks + Lanes.Count - 1) / Lanes.Count * Lanes.Count;
            nint first = Math.Min(columns, task * width), count = Math.Min(width, columns - first);
            for (int row = 0, block = 0; row < rows; row += perBlock, block++)
            {
                var height = Math.Min(perBlock, rows - row);
                if (dx != null && block % tasks == task)
                    Slopes(row, row + height);
                if (!sums || count == 0)
                    continue;
                var start = (nint)row * columns + first;
                var body = new ColumnBody(
                    height, columns, x + start, means + row, scales + row, dy + start, dWeight + first, dBias + first);
                Simd.Run(ref body, count, typeof(T) == typeof(double));
            }
        }

        // With g = dy · weight and n the normalised row: dx += scale · (g − mean g − n · mean(g n)).
        private void Slopes(int from, int to)
        {
            var isDouble = typeof(T) == typeof(double);
            var perGroup = GroupOf(rows, columns);
            double* meanG = stackalloc double[2 * MostInGroup], meanGN = meanG + MostInGroup;
            for (var start = from; start < to; start += perGroup)
            {
                var count = Math.Min(perGroup, to - start);
                T* lines = x + (nint)start * columns, slopes = dy + (nint)start * columns, target = dx + (nint)start * columns;
                T* mean = means + start, scale = scales + start;
                for (nint i = 0; i < count; i++)
                    meanG[i] = Lanes.Fold(new Weighted(slopes + i * columns, weight), columns, isDouble, 0) / columns;
                for (nint i = 0; i < count; i++)
                {
                    var terms = new WeightedNormal(lines + i * columns, slopes + i * columns, weight, Real.Get(mean, i), Real.Get(scale, i));
                    meanGN[i] = Lanes.Fold(terms, columns, isDouble, 0) / columns;
                }

                for (nint i = 0; i < count; i++)
                {
                    var finish = new Finish(
                        lines + i * columns, weight, slopes + i * columns, target + i * columns, Real.Get(mean, i), Real.Get(scale, i), meanG[i], meanGN[i], fresh);
                    Simd.Run(ref finish, columns, isDouble);
                }
            }
        }
    }

    // Σ g
    private readonly struct Weighted(void* dy, void* weight) : ILaneTerms
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Join<V>(V a, V b)
            where V : unmanaged, IVector<V> => a + b;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Add<V>(V lane, nint i)
            where V : unmanaged, IVector<V> => lane + G<V>(dy, weight, i);
    }

    // Σ g n
    private readonly struct WeightedNormal(void* x, void* dy, void* weight, double mean, double scale) : ILaneTerms
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Join<V>(V a, V b)
            where V : unmanaged, IVector<V> => a + b;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Add<V>(V lane, nint i)
            where V : unmanaged, IVector<V> =>
            V.MultiplyAdd(G<V>(dy, weight, i), (V.Load(x, i) - V.Constant(mean)) * V.Constant(scale), lane);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V G<V>(void* dy, void* weight, nint i)
        where V : unmanaged, IVector<V> => weight == null ? V.Load(dy, i) : V.Load(dy, i) * V.Load(weight, i);

    private readonly struct Finish(
        void* x, void* weight, void* dy, void* dx, double mean, double scale, double meanG, double meanGN, bool fresh) : IRangeBody
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* px = x, pw = weight, pdy = dy, pdx = dx;
            var unread = fresh;
            V center = V.Constant(mean), factor = V.Constant(scale), level = V.Constant(meanG), tilt = V.Constant(-meanGN);
            for (var j = from; j < to; j += V.Count)
            {
                var n = (V.Load(px, j) - center) * factor;
                var d = V.MultiplyAdd(tilt, n, G<V>(pdy, pw, j) - level);
                V.Store(V.MultiplyAdd(factor, d, unread ? default : V.Load(pdx, j)), pdx, j);
            }
        }
    }

    // dWeight += Σ dy · n and dBias += Σ dy over some rows, each column in the order of the rows.
    private readonly struct ColumnBody(
        nint rows, nint columns, void* x, void* means, void* scales, void* dy, void* dWeight, void* dBias) : IRangeBody
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* px = x, pdy = dy, pw = dWeight, pb = dBias, pm = means, ps = scales;
            nint lines = rows, width = columns;
            var j = from;
            for (; j + 4 * V.Count <= to; j += 4 * V.Count)
            {
                nint j1 = j + V.Count, j2 = j + 2 * V.Count, j3 = j + 3 * V.Count;
                V w0 = V.Load(pw, j), w1 = V.Load(pw, j1), w2 = V.Load(pw, j2), w3 = V.Load(pw, j3);
                V b0 = V.Load(pb, j), b1 = V.Load(pb, j1), b2 = V.Load(pb, j2), b3 = V.Load(pb, j3);
                for (nint row = 0, i = j; row < lines; row++, i += width)
                {
                    V mean = V.Spread(pm, row), scale = V.Spread(ps, row);
                    V d0 = V.Load(pdy, i), d1 = V.Load(pdy, i + V.Count), d2 = V.Load(pdy, i + 2 * V.Count), d3 = V.Load(pdy, i + 3 * V.Count);
                    w0 = V.MultiplyAdd(d0, (V.Load(px, i) - mean) * scale, w0);
                    w1 = V.MultiplyAdd(d1, (V.Load(px, i + V.Count) - mean) * scale, w1);
                    w2 = V.MultiplyAdd(d2, (V.Load(px, i + 2 * V.Count) - mean) * scale, w2);
                    w3 = V.MultiplyAdd(d3, (V.Load(px, i + 3 * V.Count) - mean) * scale, w3);
                    b0 += d0;
                    b1 += d1;
                    b2 += d2;
                    b3 += d3;
                }

                V.Store(w0, pw, j);
                V.Store(w1, pw, j1);
                V.Store(w2, pw, j2);
                V.Store(w3, pw, j3);
                V.Store(b0, pb, j);
                V.Store(b1, pb, j1);
                V.Store(b2, pb, j2);
                V.Store(b3, pb, j3);
            }

            for (; j < to; j += V.Count)
            {
                V w = V.Load(pw, j), b = V.Load(pb, j);
                for (nint row = 0, i = j; row < lines; row++, i += width)
                {
                    var d = V.Load(pdy, i);
                    w = V.MultiplyAdd(d, (V.Load(px, i) - V.Spread(pm, row)) * V.Spread(ps, row), w);
                    b += d;
                }

                V.Store(w, pw, j);
                V.Store(b, pb, j);
            }
        }
    }
}
