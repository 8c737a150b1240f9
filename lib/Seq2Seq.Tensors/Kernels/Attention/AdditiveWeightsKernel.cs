using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>Bahdanau et al. 2015, A.1.2, without its largest intermediate: e = vᵀ tanh(q + k) + b, α = softmax(e) where the mask allows.</summary>
/// <remarks>
/// In float or double. queries (B, Q, H) and keys (B, S, H) are already projected; vector (H); bias (1) or null; mask (B, S) with 1
/// where a position counts, or null; weights (B, Q, S). A masked position gets the score <c>excluded</c>. tanh (B, Q, S, H) is
/// computed again in the backward pass instead of being kept. Every sum runs in the order that the same formula takes when it is put
/// together from add, tanh, linear, masked_fill and softmax, so that both give the same bits.
/// </remarks>
internal static unsafe class AdditiveWeightsKernel
{
    // Features that are held at a time in the backward pass; they should stay in the second-level cache.
    private const long FeatureNumbers = 1 << 18;

    /// <remarks><paramref name="items"/> (B), if given, names the sequence of keys (and mask) that each item's queries ask.</remarks>
    public static void Forward<T>(
        in AdditiveShape shape, T* queries, T* keys, T* vector, T* bias, byte* mask, double excluded, T* weights, long* items = null)
        where T : unmanaged
    {
        var body = new ForwardItems<T>(shape, queries, keys, vector, bias, mask, excluded, weights, items);
        RowChunks.Run(shape.Batch, 4L * shape.Queries * shape.Positions * shape.Hidden, ref body);
        var (rows, numbers) = (shape.Batch * shape.Queries, (int)shape.Weights);
        if (typeof(T) == typeof(double))
            SoftmaxKernel.Forward(new Span<double>(weights, numbers), rows, shape.Positions, new Span<double>(weights, numbers));
        else
            SoftmaxKernel.Forward(new Span<float>(weights, numbers), rows, shape.Positions, new Span<float>(weights, numbers));
    }

    /// <summary>Adds to each gradient that is not null.</summary>
    public static void Backward<T>(
        in AdditiveShape shape, T* queries, T* keys, T* vector, byte* mask, T* weights, T* dWeights,
        T* dQueries, T* dKeys, T* dVector, T* dBias)
        where T : unmanaged
    {
        if (shape.Weights == 0)
            return;
        var isDouble = typeof(T) == typeof(double);
        var dScores = (T*)NativePool.Rent(shape.Weights * sizeof(T), out var scoresBucket);
        Scores(shape, mask, weights, dWeights, dScores);
        if (dBias != null)
            ColumnSums.Add(dScores, (int)shape.Weights, 1, dBias, isDouble);

        // Some sequences at a time: their features are wanted twice, by the keys and queries now, by the vector in one chain at the end.
        var perItem = (long)shape.Queries * shape.Positions * shape.Hidden;
        var items = (int)Math.Clamp(FeatureNumbers / Math.Max(1, perItem), 1, shape.Batch);
        var features = (T*)NativePool.Rent(items * perItem * sizeof(T), out var bucket);
        for (var first = 0; first < shape.Batch; first += items)
        {
            var part = shape with { Batch = Math.Min(items, shape.Batch - first) };
            nint query = (nint)first * shape.Queries * shape.Hidden, key = (nint)first * shape.Positions * shape.Hidden;
            var slopes = dScores + (nint)first * shape.Queries * shape.Positions;
            var body = new BackwardItems<T>(
                part, queries + query, keys + key, vector, slopes, features,
                dQueries == null ? null : dQueries + query, dKeys == null ? null : dKeys + key);
            RowChunks.Run(part.Batch, 6 * perItem, ref body);
            if (dVector == null)
                continue;
            if (isDouble)
                Gemm.Multiply(false, false, 1, shape.Hidden, (int)part.Weights, (double*)slopes, (int)part.Weights, (double*)features, shape.Hidden, (double*)dVector, shape.Hidden, accumulate: true);
            else
                Gemm.Multiply(false, false, 1, shape.Hidden, (int)part.Weights, (float*)slopes, (int)part.Weights, (float*)features, shape.Hidden, (float*)dVector, shape.Hidden, accumulate: true);
        }

        NativePool.Return((byte*)features, bucket);
        NativePool.Return((byte*)dScores, scoresBucket);
    }

    // Through softmax and mask: zero where a score was replaced.
    private static void Scores<T>(in AdditiveShape shape, byte* mask, T* weights, T* dWeights, T* dScores)
        where T : unmanaged
    {
        var (rows, numbers) = (shape.Batch * shape.Queries, (int)shape.Weights);
        new Span<T>(dScores, numbers).Clear();
        if (typeof(T) == typeof(double))
        {
            SoftmaxKernel.Backward(
                new Span<double>(weights, numbers), new Span<double>(dWeights, numbers), rows, shape.Positions, new Span<double>(dScores, numbers));
        }
        else
        {
            SoftmaxKernel.Backward(
                new Span<float>(weights, numbers), new Span<float>(dWeights, numbers), rows, shape.Positions, new Span<float>(dScores, numbers));
        }

        if (mask == null)
            return;
        for (nint row = 0; row < rows; row++)
        {
            var allowed = mask + row / shape.Queries * shape.Positions;
            for (nint s = 0; s < shape.Positions; s++)
            {
                if (allowed[s] == 0)
                    dScores[row * shape.Positions + s] = default;
            }
        }
    }

    private readonly struct ForwardItems<T>(
        AdditiveShape shape, T* queries, T* keys, T* vector, T* bias, byte* mask, double excluded, T* weights, long* items) : IRowBody
        where T : unmanaged
    {
        public void Run(int first, int last)
        {
            var isDouble = typeof(T) == typeof(double);
            nint positions = shape.Positions, hidden = shape.Hidden;
            var features = (T*)NativePool.Rent(positions * hidden * sizeof(T), out var bucket);
            for (nint b = first; b < last; b++)
            {
                var item = items == null ? b : (nint)items[b];
                var allowed = mask == null ? null : mask + item * positions;
                for (var q = b * shape.Queries; q < (b + 1) * shape.Queries; q++)
                {
                    var tanh = new Features(queries + q * hidden, keys + item * positions * hidden, features, allowed, positions, hidden);
                    Simd.Run(ref tanh, hidden, isDouble);
                    if (isDouble)
                        Dots<Double1>(features, vector, bias, weights + q * positions, positions, hidden);
                    else
                        Dots<Float1>(features, vector, bias, weights + q * positions, positions, hidden);
                    for (nint s = 0; s < positions && allowed != null; s++)
                    {
                        if (allowed[s] == 0)
                            Set(weights, q * positions + s, excluded);
                    }
                }
            }

            NativePool.Return((byte*)features, bucket);
        }

        private static void Set(T* p, nint i, double value)
        {
            if (typeof(T) == typeof(double))
                ((double*)p)[i] = value;
            else
                ((float*)p)[i] = (float)value;
        }
    }

    // scores[s] = bias + Σ vector[j] · features[s, j]: one chain of fused multiply-adds in rising order, eight positions side by side.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Dots<V>(void* features, void* vector, void* bias, void* scores, nint positions, nint hidden)
        where V : unmanaged, IVector<V>
    {
        var start = bias == null ? default : V.Load(bias, 0);
        nint s = 0;
        for (; s + 8 <= positions; s += 8)
        {
            V e0 = start, e1 = start, e2 = start, e3 = start, e4 = start, e5 = start, e6 = start, e7 = start;
            var row = s * hidden;
            for (nint j = 0; j < hidden; j++, row++)
            {
                var v = V.Load(vector, j);
                e0 = V.MultiplyAdd(v, V.Load(features, row), e0);
                e1 = V.MultiplyAdd(v, V.Load(features, row + hidden), e1);
                e2 = V.MultiplyAdd(v, V.Load(features, row + 2 * hidden), e2);
                e3 = V.MultiplyAdd(v, V.Load(features, row + 3 * hidden), e3);
                e4 = V.MultiplyAdd(v, V.Load(features, row + 4 * hidden), e4);
                e5 = V.MultiplyAdd(v, V.Load(features, row + 5 * hidden), e5);
                e6 = V.MultiplyAdd(v, V.Load(features, row + 6 * hidden), e6);
                e7 = V.MultiplyAdd(v, V.Load(features, row + 7 * hidden), e7);
            }

            V.Store(e0, scores, s);
            V.Store(e1, scores, s + 1);
            V.Store(e2, scores, s + 2);
            V.Store(e3, scores, s + 3);
            V.Store(e4, scores, s + 4);
            V.Store(e5, scores, s + 5);
            V.Store(e6, scores, s + 6);
            V.Store(e7, scores, s + 7);
        }

        for (; s + 2 <= positions; s += 2)
        {
            V e0 = start, e1 = start;
            var row = s * hidden;
            for (nint j = 0; j < hidden; j++, row++)
            {
                var v = V.Load(vector, j);
                e0 = V.MultiplyAdd(v, V.Load(features, row), e0);
                e1 = V.MultiplyAdd(v, V.Load(features, row + hidden), e1);
            }

            V.Store(e0, scores, s);
            V.Store(e1, scores, s + 1);
        }

        if (s < positions)
        {
            var e = start;
            for (nint j = 0; j < hidden; j++)
                e = V.MultiplyAdd(V.Load(vector, j), V.Load(features, s * hidden + j), e);
            V.Store(e, scores, s);
        }
    }

    private readonly struct BackwardItems<T>(
        AdditiveShape shape, T* queries, T* keys, T* vector, T* dScores, T* features, T* dQueries, T* dKeys) : IRowBody
        where T : unmanaged
    {
        public void Run(int first, int last)
        {
            var isDouble = typeof(T) == typeof(double);
            nint positions = shape.Positions, hidden = shape.Hidden, steps = shape.Queries;
            var slopes = (T*)NativePool.Rent(steps * positions * hidden * sizeof(T), out var bucket);
            for (nint b = first; b < last; b++)
            {
                for (nint t = 0; t < steps; t++)
                {
                    var q = b * steps + t;
                    var slope = new Slope(
                        queries + q * hidden, keys + b * positions * hidden, vector, dScores + q * positions,
                        features + q * positions * hidden, slopes + t * positions * hidden, positions, hidden);
                    Simd.Run(ref slope, hidden, isDouble);
                    if (dQueries != null)
                        LaneSums.Add(slopes + t * positions * hidden, positions, hidden, hidden, dQueries + q * hidden, isDouble);
                }

                // Of one query, its slopes are the sum.
                if (dKeys != null && steps == 1)
                {
                    var add = new Plus(slopes, dKeys + b * positions * hidden);
                    Simd.Run(ref add, positions * hidden, isDouble);
                }
                else if (dKeys != null)
                {
                    LaneSums.Add(slopes, steps, positions * hidden, positions * hidden, dKeys + b * positions * hidden, isDouble);
                }
            }

            NativePool.Return((byte*)slopes, bucket);
        }
    }

    // f[s] = tanh(q + k[s]), zero where masked.
    private readonly struct Features(void* query, void* keys, void* features, byte* allowed, nint positions, nint hidden) : IRangeBody
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* pq = query, pk = keys, pf = features;
            var mask = allowed;
            nint count = positions, step = hidden;
            for (var j = from; j < to; j += V.Count)
            {
                var q = V.Load(pq, j);
                for (nint s = 0, i = j; s < count; s++, i += step)
                    V.Store(mask == null || mask[s] != 0 ? VectorMath.Tanh(q + V.Load(pk, i)) : default, pf, i);
            }
        }
    }

    // With f = tanh(q + k): slope = de v (1 − f²); a position without a slope needs no features.
    private readonly struct Slope(
        void* query, void* keys, void* vector, void* dScores, void* features, void* slopes, nint positions, nint hidden) : IRangeBody
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* pq = query, pk = keys, pv = vector, pe = dScores, pf = features, ps = slopes;
            nint count = positions, step = hidden;
            var one = V.Constant(1);
            for (var j = from; j < to; j += V.Count)
            {
                var (q, v) = (V.Load(pq, j), V.Load(pv, j));
                for (nint s = 0, i = j; s < count; s++, i += step)
                {
                    var f = VectorMath.Tanh(q + V.Load(pk, i));
                    V.Store(f, pf, i);
                    V.Store(V.Spread(pe, s) * v * (one - f * f), ps, i);
                }
            }
        }
    }

    private readonly struct Plus(void* x, void* y) : IRangeBody
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
