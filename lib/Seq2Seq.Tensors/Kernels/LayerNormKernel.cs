using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>Ba, Kiros and Hinton 2016: y = (x − mean) / √(variance + eps) · weight + bias over each row of x (rows, columns).</summary>
/// <remarks>In float or double. weight and bias (columns) may be null. means and scales (rows) are kept for the backward pass.</remarks>
internal static unsafe class LayerNormKernel
{
    public static void Forward<T>(
        int rows, int columns, T* x, T* weight, T* bias, double epsilon, T* y, T* means, T* scales)
        where T : unmanaged
    {
        var body = new ForwardRows<T>(columns, x, weight, bias, epsilon, y, means, scales);
        RowChunks.Run(rows, columns, ref body);
    }

    /// <summary>Adds to dx, dWeight and dBias; each may be null. What a fresh dx holds is not read.</summary>
    public static void Backward<T>(
        int rows, int columns, T* x, T* weight, T* means, T* scales, T* dy, T* dx, T* dWeight, T* dBias, bool freshX = false)
        where T : unmanaged
    {
        var isDouble = typeof(T) == typeof(double);
        if (dx != null)
        {
            var body = new BackwardRows<T>(columns, x, weight, means, scales, dy, dx, freshX);
            RowChunks.Run(rows, columns, ref body);
        }

        if (dBias != null)
            ColumnSums.Add(dy, rows, columns, dBias, isDouble);
        if (dWeight == null)
            return;
        var sums = new WeightColumns<T>(rows, columns, x, means, scales, dy, dWeight);
        if ((long)rows * columns < 65536)
        {
            for (var chunk = 0; chunk < sums.Chunks; chunk++)
                sums.Run(chunk);
        }
        else
        {
            Workers.For(sums.Chunks, ref sums);
        }
    }

    private static double Get<T>(T* p, nint i)
        where T : unmanaged => typeof(T) == typeof(double) ? ((double*)p)[i] : ((float*)p)[i];

    private static double Rounded<T>(double value)
        where T : unmanaged => typeof(T) == typeof(double) ? value : (float)value;

    private static void Set<T>(T* p, nint i, double value)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
            ((double*)p)[i] = value;
        else
            ((float*)p)[i] = (float)value;
    }

    private readonly struct ForwardRows<T>(
        int columns, T* x, T* weight, T* bias, double epsilon, T* y, T* means, T* scales) : IRowBody
        where T : unmanaged
    {
        public void Run(int first, int last)
        {
            var isDouble = typeof(T) == typeof(double);
            for (var i = first; i < last; i++)
            {
                var row = x + (nint)i * columns;
                var mean = Rounded<T>(Lanes.Fold(row, null, columns, isDouble, 0, new Folds.SumFold()) / columns);
                var variance = Lanes.Fold(row, null, columns, isDouble, 0, new Folds.DeviationFold(mean)) / columns;
                var scale = Rounded<T>(1 / Math.Sqrt(variance + epsilon));
                Set(means, i, mean);
                Set(scales, i, scale);
                var body = new Normalise(row, weight, bias, y + (nint)i * columns, mean, scale);
                Simd.Run(ref body, columns, isDouble);
            }
        }
    }

    private readonly struct BackwardRows<T>(int columns, T* x, T* weight, T* means, T* scales, T* dy, T* dx, bool fresh) : IRowBody
        where T : unmanaged
    {
        // With g = dy · weight and n the normalised row: dx += scale · (g − mean g − n · mean(g n)).
        public void Run(int first, int last)
        {
            var isDouble = typeof(T) == typeof(double);
            var work = NativePool.Rent(2L * columns * sizeof(T), out var bucket);
            void* g = work, n = work + (nint)columns * sizeof(T);
            for (var i = first; i < last; i++)
            {
                var offset = (nint)i * columns;
                var prepare = new Prepare(x + offset, weight, dy + offset, g, n, Get(means, i), Get(scales, i));
                Simd.Run(ref prepare, columns, isDouble);
                var meanG = Lanes.Fold(g, null, columns, isDouble, 0, new Folds.SumFold()) / columns;
                var meanGN = Lanes.Fold(g, n, columns, isDouble, 0, new Folds.DotFold()) / columns;
                var finish = new Finish(g, n, dx + offset, Get(scales, i), meanG, meanGN, fresh);
                Simd.Run(ref finish, columns, isDouble);
            }

            NativePool.Return(work, bucket);
        }
    }

    private readonly struct WeightColumns<T>(int rows, int columns, T* x, T* means, T* scales, T* dy, T* dWeight) : IChunkBody
        where T : unmanaged
    {
        private const int Group = 256;
        private const int RowBlock = 16;

        public int Chunks => (columns + Group - 1) / Group;

        public void Run(int chunk)
        {
            var first = (nint)chunk * Group;
            for (nint row = 0; row < rows; row += RowBlock)
            {
                // Some rows at a time, so that all columns of the group come from the first-level cache.
                var start = row * columns + first;
                var body = new WeightBody<T>(
                    Math.Min(RowBlock, rows - row), columns, x + start, means + row, scales + row, dy + start, dWeight + first);
                Simd.Run(ref body, Math.Min(Group, columns - first), typeof(T) == typeof(double));
            }
        }
    }

    private readonly struct Normalise(void* x, void* weight, void* bias, void* y, double mean, double scale) : IRangeBody
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* px = x, pw = weight, pb = bias, py = y;
            V center = V.Constant(mean), factor = V.Constant(scale);
            for (var j = from; j < to; j += V.Count)
            {
                var n = (V.Load(px, j) - center) * factor;
                if (pw != null)
                    n *= V.Load(pw, j);
                if (pb != null)
                    n += V.Load(pb, j);
                V.Store(n, py, j);
            }
        }
    }

    private readonly struct Prepare(void* x, void* weight, void* dy, void* g, void* n, double mean, double scale) : IRangeBody
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* px = x, pw = weight, pdy = dy, pg = g, pn = n;
            V center = V.Constant(mean), factor = V.Constant(scale);
            for (var j = from; j < to; j += V.Count)
            {
                V.Store((V.Load(px, j) - center) * factor, pn, j);
                V.Store(pw == null ? V.Load(pdy, j) : V.Load(pdy, j) * V.Load(pw, j), pg, j);
            }
        }
    }

    private readonly struct Finish(void* g, void* n, void* dx, double scale, double meanG, double meanGN, bool fresh) : IRangeBody
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* pg = g, pn = n, pdx = dx;
            var unread = fresh;
            V factor = V.Constant(scale), level = V.Constant(meanG), tilt = V.Constant(-meanGN);
            for (var j = from; j < to; j += V.Count)
            {
                var d = V.MultiplyAdd(tilt, V.Load(pn, j), V.Load(pg, j) - level);
                V.Store(V.MultiplyAdd(factor, d, unread ? default : V.Load(pdx, j)), pdx, j);
            }
        }
    }

    private readonly struct WeightBody<T>(nint rows, nint columns, T* x, T* means, T* scales, T* dy, T* dWeight) : IRangeBody
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* px = x, pdy = dy, pd = dWeight, pm = means, ps = scales;
            nint lines = rows, width = columns;
            var j = from;
            for (; j + 4 * V.Count <= to; j += 4 * V.Count)
            {
                var (s0, s1) = (V.Load(pd, j), V.Load(pd, j + V.Count));
                var (s2, s3) = (V.Load(pd, j + 2 * V.Count), V.Load(pd, j + 3 * V.Count));
                for (nint row = 0, i = j; row < lines; row++, i += width)
                {
                    var (mean, scale) = (V.Spread(pm, row), V.Spread(ps, row));
                    s0 = V.MultiplyAdd(V.Load(pdy, i), (V.Load(px, i) - mean) * scale, s0);
                    s1 = V.MultiplyAdd(V.Load(pdy, i + V.Count), (V.Load(px, i + V.Count) - mean) * scale, s1);
                    s2 = V.MultiplyAdd(V.Load(pdy, i + 2 * V.Count), (V.Load(px, i + 2 * V.Count) - mean) * scale, s2);
                    s3 = V.MultiplyAdd(V.Load(pdy, i + 3 * V.Count), (V.Load(px, i + 3 * V.Count) - mean) * scale, s3);
                }

                V.Store(s0, pd, j);
                V.Store(s1, pd, j + V.Count);
                V.Store(s2, pd, j + 2 * V.Count);
                V.Store(s3, pd, j + 3 * V.Count);
            }

            for (; j < to; j += V.Count)
            {
                var sum = V.Load(pd, j);
                for (nint row = 0; row < lines; row++)
                {
                    var n = (V.Load(px, row * width + j) - V.Spread(pm, row)) * V.Spread(ps, row);
                    sum = V.MultiplyAdd(V.Load(pdy, row * width + j), n, sum);
                }

                V.Store(sum, pd, j);
            }
        }
    }
}
