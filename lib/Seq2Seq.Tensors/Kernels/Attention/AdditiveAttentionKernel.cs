using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>Bahdanau et al. 2015, A.1.2, fused: e = vᵀ tanh(q + k), α = softmax(e) over unmasked positions, c = Σ α m.</summary>
/// <remarks>
/// In float or double. queries (B, Q, H) and keys (B, S, H) are already projected; vector (H); memory (B, S, M); mask (B, S) with 1
/// where a position counts, or null; weights (B, Q, S) and context (B, Q, M) are results. tanh is computed again in the backward pass
/// instead of being stored: (B, Q, S, H) numbers would have to travel to memory and back. Where all of a row is masked, its weights
/// are zero.
/// </remarks>
internal static unsafe class AdditiveAttentionKernel
{
    public static void Forward<T>(
        in AttentionShape shape, T* queries, T* keys, T* vector, T* memory, byte* mask, T* weights, T* context)
        where T : unmanaged
    {
        var body = new ForwardItems<T>(shape, queries, keys, vector, memory, mask, weights, context);
        Run(shape, ref body);
    }

    /// <summary>Adds to each gradient that is not null; dWeights may be null too.</summary>
    public static void Backward<T>(
        in AttentionShape shape, T* queries, T* keys, T* vector, T* memory, T* weights, T* dContext, T* dWeights,
        T* dQueries, T* dKeys, T* dVector, T* dMemory)
        where T : unmanaged
    {
        // Every sequence of the batch has its own sum for the vector; they are added in the order of the batch.
        var sums = NativePool.Rent((long)shape.Batch * shape.Hidden * sizeof(T), out var bucket);
        new Span<byte>(sums, shape.Batch * shape.Hidden * sizeof(T)).Clear();
        var body = new BackwardItems<T>(
            shape, queries, keys, vector, memory, weights, dContext, dWeights, dQueries, dKeys, (T*)sums, dMemory);
        Run(shape, ref body);
        if (dVector != null)
            ColumnSums.Add(sums, shape.Batch, shape.Hidden, dVector, typeof(T) == typeof(double));
        NativePool.Return(sums, bucket);
    }

    private static void Run<TBody>(in AttentionShape shape, ref TBody body)
        where TBody : struct, IRowBody =>
        RowChunks.Run(shape.Batch, 4L * shape.Queries * shape.Positions * shape.Hidden, ref body);

    private static double Get<T>(T* p, nint i)
        where T : unmanaged => typeof(T) == typeof(double) ? ((double*)p)[i] : ((float*)p)[i];

    private static void Set<T>(T* p, nint i, double value)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
            ((double*)p)[i] = value;
        else
            ((float*)p)[i] = (float)value;
    }

    private readonly struct ForwardItems<T>(
        AttentionShape shape, T* queries, T* keys, T* vector, T* memory, byte* mask, T* weights, T* context) : IRowBody
        where T : unmanaged
    {
        public void Run(int first, int last)
        {
            var isDouble = typeof(T) == typeof(double);
            nint positions = shape.Positions, hidden = shape.Hidden, width = shape.Memory;
            var features = NativePool.Rent(hidden * sizeof(T), out var bucket);
            for (nint b = first; b < last; b++)
            {
                for (var q = b * shape.Queries; q < (b + 1) * shape.Queries; q++)
                {
                    var row = weights + q * positions;
                    for (nint s = 0; s < positions; s++)
                    {
                        var real = mask == null || mask[b * positions + s] != 0;
                        if (real)
                        {
                            var tanh = new Features(queries + q * hidden, keys + (b * positions + s) * hidden, features);
                            Simd.Run(ref tanh, hidden, isDouble);
                        }

                        Set(row, s, real ? Lanes.Fold(vector, features, hidden, isDouble, 0, new Folds.DotFold()) : double.NegativeInfinity);
                    }

                    MaskedSoftmax.Row(row, (int)positions, isDouble);
                    var body = new Mix(row, memory + b * positions * width, context + q * width, positions, width);
                    Simd.Run(ref body, width, isDouble);
                }
            }

            NativePool.Return(features, bucket);
        }
    }

    private readonly struct BackwardItems<T>(
        AttentionShape shape, T* queries, T* keys, T* vector, T* memory, T* weights, T* dContext, T* dWeights,
        T* dQueries, T* dKeys, T* dVectors, T* dMemory) : IRowBody
        where T : unmanaged
    {
        public void Run(int first, int last)
        {
            var isDouble = typeof(T) == typeof(double);
            nint positions = shape.Positions, hidden = shape.Hidden, width = shape.Memory;
            var dAlpha = (T*)NativePool.Rent(positions * sizeof(T), out var bucket);
            for (nint b = first; b < last; b++)
            {
                for (var q = b * shape.Queries; q < (b + 1) * shape.Queries; q++)
                {
                    var row = weights + q * positions;
                    for (nint s = 0; s < positions; s++)
                    {
                        var item = (b * positions + s) * width;
                        var d = dContext == null ? 0
                            : Lanes.Fold(dContext + q * width, memory + item, width, isDouble, 0, new Folds.DotFold());
                        Set(dAlpha, s, d + (dWeights == null ? 0 : Get(dWeights, q * positions + s)));
                        if (dMemory != null && dContext != null)
                        {
                            var add = new AddScaled(dContext + q * width, dMemory + item, Get(row, s));
                            Simd.Run(ref add, width, isDouble);
                        }
                    }

                    var total = Lanes.Fold(row, dAlpha, positions, isDouble, 0, new Folds.DotFold());
                    for (nint s = 0; s < positions; s++)
                    {
                        var key = (b * positions + s) * hidden;
                        var slope = new Slope(
                            queries + q * hidden, keys + key, vector, dQueries == null ? null : dQueries + q * hidden,
                            dKeys == null ? null : dKeys + key, dVectors + b * hidden, Get(row, s) * (Get(dAlpha, s) - total));
                        Simd.Run(ref slope, hidden, isDouble);
                    }
                }
            }

            NativePool.Return((byte*)dAlpha, bucket);
        }
    }

    private readonly struct Features(void* query, void* key, void* features) : IRangeBody
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* pq = query, pk = key, pf = features;
            for (var j = from; j < to; j += V.Count)
                V.Store(VectorMath.Tanh(V.Load(pq, j) + V.Load(pk, j)), pf, j);
        }
    }

    // context = Σ weight[s] · memory[s], in the order of s.
    private readonly struct Mix(void* weights, void* memory, void* context, nint positions, nint width) : IRangeBody
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* pw = weights, pm = memory;
            nint count = positions, step = width;
            for (var j = from; j < to; j += V.Count)
            {
                var sum = default(V);
                for (nint s = 0; s < count; s++)
                    sum = V.MultiplyAdd(V.Spread(pw, s), V.Load(pm, s * step + j), sum);
                V.Store(sum, context, j);
            }
        }
    }

    private readonly struct AddScaled(void* x, void* y, double alpha) : IRangeBody
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* px = x, py = y;
            var factor = V.Constant(alpha);
            for (var j = from; j < to; j += V.Count)
                V.Store(V.MultiplyAdd(factor, V.Load(px, j), V.Load(py, j)), py, j);
        }
    }

    // With f = tanh(q + k): dv += de f; dq and dk += de v (1 − f²).
    private readonly struct Slope(void* query, void* key, void* vector, void* dQuery, void* dKey, void* dVector, double dScore) : IRangeBody
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* pq = query, pk = key, pv = vector, pdq = dQuery, pdk = dKey, pdv = dVector;
            var de = V.Constant(dScore);
            for (var j = from; j < to; j += V.Count)
            {
                var f = VectorMath.Tanh(V.Load(pq, j) + V.Load(pk, j));
                V.Store(V.MultiplyAdd(de, f, V.Load(pdv, j)), pdv, j);
                var d = de * V.Load(pv, j) * (V.Constant(1) - f * f);
                if (pdq != null)
                    V.Store(V.Load(pdq, j) + d, pdq, j);
                if (pdk != null)
                    V.Store(V.Load(pdk, j) + d, pdk, j);
            }
        }
    }
}
