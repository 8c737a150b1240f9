using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>Vaswani et al. 2017: softmax(scale · Q Kᵀ + mask) V, with dropout on the weights.</summary>
/// <remarks>
/// In float or double. The shape's Batch counts sequences times heads: q (B, Q, H), k (B, S, H), v (B, S, M), weights (B, Q, S) and
/// context (B, Q, M). The mask is added to the scores (minus infinity hides); element (b, q, s) stands at b / maskRepeat ·
/// maskBatchStride + q · maskQueryStride + s. dropped (B, Q, S) takes the weights after dropout; it may be the weights when p is 0.
/// </remarks>
internal static unsafe class ScaledDotAttentionKernel
{
    public static void Forward<T>(
        in AttentionShape shape, T* q, T* k, T* v, double scale, in AttentionMask<T> mask, bool causal, double dropout, ulong seed, ulong offset,
        T* weights, T* dropped, T* context)
        where T : unmanaged
    {
        var (queries, positions) = (shape.Queries, shape.Positions);
        Multiply(shape.Batch, false, true, queries, positions, shape.Hidden, q, k, weights, false);
        var rows = new ScoreRows<T>(queries, positions, scale, mask, causal, weights);
        RowChunks.Run(shape.Batch * queries, positions, ref rows);
        if (dropout > 0)
        {
            var count = shape.Batch * queries * positions;
            DropoutKernel.Forward(new ReadOnlySpan<T>(weights, count), new Span<T>(dropped, count), dropout, seed, offset);
        }

        Multiply(shape.Batch, false, false, queries, shape.Memory, positions, dropout > 0 ? dropped : weights, v, context, false);
    }

    /// <summary>Adds to each gradient that is not null.</summary>
    public static void Backward<T>(
        in AttentionShape shape, T* q, T* k, T* v, double scale, double dropout, ulong seed, ulong offset, T* weights, T* dropped,
        T* dContext, T* dq, T* dk, T* dv)
        where T : unmanaged
    {
        var (queries, positions) = (shape.Queries, shape.Positions);
        var count = shape.Batch * queries * positions;
        if (dv != null)
            Multiply(shape.Batch, true, false, positions, shape.Memory, queries, dropout > 0 ? dropped : weights, dContext, dv, true);
        var dDropped = (T*)NativePool.Rent((long)count * sizeof(T), out var bucket);
        var dWeights = dDropped;
        var secondBucket = 0;
        Multiply(shape.Batch, false, true, queries, positions, shape.Memory, dContext, v, dDropped, false);
        if (dropout > 0)
        {
            dWeights = (T*)NativePool.Rent((long)count * sizeof(T), out secondBucket);
            new Span<T>(dWeights, count).Clear();
            DropoutKernel.Backward(new ReadOnlySpan<T>(dDropped, count), new Span<T>(dWeights, count), dropout, seed, offset);
        }

        var rows = new SlopeRows<T>(positions, scale, weights, dWeights);
        RowChunks.Run(shape.Batch * queries, positions, ref rows);
        if (dq != null)
            Multiply(shape.Batch, false, false, queries, shape.Hidden, positions, dWeights, k, dq, true);
        if (dk != null)
            Multiply(shape.Batch, true, false, positions, shape.Hidden, queries, dWeights, q, dk, true);
        NativePool.Return((byte*)dDropped, bucket);
        if (dropout > 0)
            NativePool.Return((byte*)dWeights, secondBucket);
    }

    // c (m, n) = op(a) op(b) for every item; the matrices lie one behind the other.
    private static void Multiply<T>(int batch, bool transA, bool transB, int m, int n, int k, T* a, T* b, T* c, bool accumulate)
        where T : unmanaged
    {
        var (lda, ldb) = (transA ? m : k, transB ? k : n);
        long strideA = (long)m * k, strideB = (long)k * n, strideC = (long)m * n;
        if (typeof(T) == typeof(double))
        {
            Gemm.MultiplyBatched(
                batch, strideA, strideB, strideC, transA, transB, m, n, k, (double*)a, lda, (double*)b, ldb, (double*)c, n, accumulate);
        }
        else
        {
            Gemm.MultiplyBatched(
                batch, strideA, strideB, strideC, transA, transB, m, n, k, (float*)a, lda, (float*)b, ldb, (float*)c, n, accumulate);
        }
    }

    private readonly struct ScoreRows<T>(int queries, int positions, double scale, AttentionMask<T> mask, bool causal, T* weights) : IRowBody
        where T : unmanaged
    {
        public void Run(int first, int last)
        {
            var isDouble = typeof(T) == typeof(double);
            for (var i = first; i < last; i++)
            {
                var (item, query) = (i / queries, i % queries);
                var row = weights + (nint)i * positions;
                var body = new ScaleAndMask(row, mask.Row(item, query), scale);
                Simd.Run(ref body, positions, isDouble);
                for (var s = query + 1; causal && s < positions; s++)
                {
                    if (isDouble)
                        ((double*)row)[s] = double.NegativeInfinity;
                    else
                        ((float*)row)[s] = float.NegativeInfinity;
                }

                MaskedSoftmax.Row(row, positions, isDouble);
            }
        }
    }

    private readonly struct SlopeRows<T>(int positions, double scale, T* weights, T* dWeights) : IRowBody
        where T : unmanaged
    {
        public void Run(int first, int last)
        {
            var isDouble = typeof(T) == typeof(double);
            for (nint i = first; i < last; i++)
            {
                T* row = weights + i * positions, gradient = dWeights + i * positions;
                var total = Lanes.Fold(row, gradient, positions, isDouble, 0, new Folds.DotFold());
                var body = new Slope(row, gradient, total, scale);
                Simd.Run(ref body, positions, isDouble);
            }
        }
    }

    private readonly struct ScaleAndMask(void* row, void* mask, double scale) : IRangeBody
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* p = row, pm = mask;
            var factor = V.Constant(scale);
            for (var j = from; j < to; j += V.Count)
                V.Store(V.MultiplyAdd(V.Load(p, j), factor, pm == null ? default : V.Load(pm, j)), p, j);
        }
    }

    // d = scale · weight · (d − total)
    private readonly struct Slope(void* weights, void* d, double total, double scale) : IRangeBody
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* pw = weights, pd = d;
            V shift = V.Constant(total), factor = V.Constant(scale);
            for (var j = from; j < to; j += V.Count)
                V.Store(factor * V.Load(pw, j) * (V.Load(pd, j) - shift), pd, j);
        }
    }
}

/// <summary>Numbers that are added to attention scores; see <see cref="ScaledDotAttentionKernel"/>.</summary>
internal readonly unsafe struct AttentionMask<T>(T* start, int repeat, long batchStride, long queryStride)
    where T : unmanaged
{
    /// <summary>The mask of one query, or null without a mask.</summary>
    public T* Row(int item, int query) => start == null ? null : start + item / repeat * batchStride + query * queryStride;
}
