using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>softmax(q kᵀ / √E + mask) v for a flat batch: q (B, T, E), k (B, S, E), v (B, S, V).</summary>
internal sealed unsafe class ScaledDotProductOp : Op
{
    private readonly AttentionShape _shape;
    private readonly double _scale;
    private readonly double _dropout;
    private readonly (ulong Seed, ulong Offset) _random;

    private ScaledDotProductOp(
        Tensor q, Tensor k, Tensor v, Tensor weights, Tensor dropped, AttentionShape shape, double scale, double dropout, (ulong Seed, ulong Offset) random)
        : base([q, k, v], saves: [q, k, v, weights, dropped])
    {
        (_shape, _scale, _dropout, _random) = (shape, scale, dropout, random);
    }

    /// <param name="q">Queries, contiguous.</param>
    /// <param name="k">Keys, contiguous.</param>
    /// <param name="v">Values, contiguous.</param>
    /// <param name="mask">Numbers to add, (T, S) for all or (B, T, S), contiguous; or null.</param>
    /// <param name="causal">Position t sees positions up to t only.</param>
    /// <param name="dropout">Of the weights.</param>
    public static Tensor Run(Tensor q, Tensor k, Tensor v, Tensor? mask, bool causal, double dropout)
    {
        var shape = new AttentionShape(
            (int)q.Sizes[0], (int)q.Sizes[1], (int)k.Sizes[1], (int)q.Sizes[2], (int)v.Sizes[2]);
        var scale = 1 / Math.Sqrt(shape.Hidden);
        ReadOnlySpan<long> square = [shape.Batch, shape.Queries, shape.Positions];
        var context = Tensor.Uninitialized([shape.Batch, shape.Queries, shape.Memory], q.dtype);
        using var weights = Tensor.Uninitialized(square, q.dtype, scoped: false);
        using var dropped = dropout > 0 ? Tensor.Uninitialized(square, q.dtype, scoped: false) : weights.Handle();
        var random = dropout > 0 ? Generator.Default.Reserve(weights.Count) : default;
        if (q.dtype == ScalarType.Float32)
            Forward<float>(shape, q, k, v, mask, causal, scale, dropout, random, weights, dropped, context);
        else
            Forward<double>(shape, q, k, v, mask, causal, scale, dropout, random, weights, dropped, context);
        if (Tensor.Records(q, k, v))
            Recorded.ScaledDotProduct(q, k, v, weights, dropped, shape, scale, dropout, random).Attach(context);
        return context;
    }

    public override void Backward(Tensor dy)
    {
        using var slope = dy.Dense();
        if (slope.dtype == ScalarType.Float32)
            Backward<float>(slope);
        else
            Backward<double>(slope);
    }

    private void Backward<T>(Tensor slope)
        where T : unmanaged => ScaledDotAttentionKernel.Backward(
            _shape,
            At<T>(Saved(0)),
            At<T>(Saved(1)),
            At<T>(Saved(2)),
            _scale,
            _dropout,
            _random.Seed,
            _random.Offset,
            At<T>(Saved(3)),
            At<T>(Saved(4)),
            At<T>(slope),
            Target<T>(0),
            Target<T>(1),
            Target<T>(2));

    private static void Forward<T>(
        AttentionShape shape,
        Tensor q,
        Tensor k,
        Tensor v,
        Tensor? mask,
        bool causal,
        double scale,
        double dropout,
        (ulong Seed, ulong Offset) random,
        Tensor weights,
        Tensor dropped,
        Tensor context)
        where T : unmanaged
    {
        var batchStride = mask is { Rank: 3 } ? (long)shape.Queries * shape.Positions : 0;
        var added = new AttentionMask<T>(At<T>(mask), 1, batchStride, shape.Positions);
        ScaledDotAttentionKernel.Forward(
            shape, At<T>(q), At<T>(k), At<T>(v), scale, added, causal, dropout, random.Seed, random.Offset, At<T>(weights), At<T>(dropped), At<T>(context));
    }

    private T* Target<T>(int input)
        where T : unmanaged => Wants(input) ? At<T>(Buffer(input)) : null;

    private static T* At<T>(Tensor? tensor)
        where T : unmanaged => RecurrentLayer.At<T>(tensor);
}
