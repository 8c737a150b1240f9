using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>α = softmax(vᵀ tanh(q + k) + b): q (B, Q, H), k (B, S, H), v (H numbers), b (1) if any, mask (B, S) if any; α (B, Q, S).</summary>
internal sealed unsafe class AdditiveWeightsOp : Op
{
    private readonly AdditiveShape _shape;
    private readonly int _mask;

    private AdditiveWeightsOp(Tensor q, Tensor k, Tensor v, Tensor? b, Tensor? mask, Tensor weights, AdditiveShape shape)
        : base(b is null ? [q, k, v] : [q, k, v, b], mask is null ? [q, k, v, weights] : [q, k, v, weights, mask])
    {
        (_shape, _mask) = (shape, mask is null ? -1 : 4);
    }

    /// <summary>With items (B), each query asks the sequence that its item names; then keys and mask are of any number of sequences.</summary>
    public static Tensor Run(Tensor queries, Tensor keys, Tensor vector, Tensor? bias, Tensor? mask, double excluded, Tensor? items)
    {
        if (items is not null && (queries.dtype != ScalarType.Float32 || Tensor.Records(queries, keys, vector, bias)))
            (keys, mask, items) = (keys.index_select(0, items), mask?.index_select(0, items), null);
        using var chosen = items?.Dense();
        using var dense = mask?.Dense();
        var (q, k, v) = (queries.contiguous(), keys.contiguous(), vector.contiguous());
        var shape = new AdditiveShape((int)q.Sizes[0], (int)q.Sizes[1], (int)k.Sizes[1], (int)q.Sizes[2]);
        var weights = Tensor.Uninitialized([shape.Batch, shape.Queries, shape.Positions], q.dtype);
        if (shape.Weights > 0 && q.dtype == ScalarType.Float32)
            AdditiveWeightsKernel.Forward(shape, At<float>(q), At<float>(k), At<float>(v), At<float>(bias), At<byte>(dense), excluded, At<float>(weights), At<long>(chosen));
        else if (shape.Weights > 0)
            AdditiveWeightsKernel.Forward(shape, At<double>(q), At<double>(k), At<double>(v), At<double>(bias), At<byte>(dense), excluded, At<double>(weights));
        GC.KeepAlive(bias);
        if (Tensor.Records(q, k, v) || (bias is not null && Tensor.Records(bias)))
            Recorded.AdditiveWeights(q, k, v, bias, dense, weights, shape).Attach(weights);
        return weights;
    }

    public override void Backward(Tensor dy)
    {
        using var dense = dy.Dense();
        if (dense.dtype == ScalarType.Float32)
            Backward<float>(dense);
        else
            Backward<double>(dense);
    }

    private void Backward<T>(Tensor dy)
        where T : unmanaged => AdditiveWeightsKernel.Backward(
            _shape,
            At<T>(Saved(0)),
            At<T>(Saved(1)),
            At<T>(Saved(2)),
            _mask < 0 ? null : At<byte>(Saved(_mask)),
            At<T>(Saved(3)),
            At<T>(dy),
            Target<T>(0),
            Target<T>(1),
            Target<T>(2),
            InputCount > 3 ? Target<T>(3) : null);

    private T* Target<T>(int input)
        where T : unmanaged => Wants(input) ? At<T>(Buffer(input)) : null;

    private static T* At<T>(Tensor? tensor)
        where T : unmanaged => RecurrentLayer.At<T>(tensor);
}
