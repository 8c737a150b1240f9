using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>y[..., :] = W[x[...], :].</summary>
/// <param name="weight">W (rows, dimensions).</param>
/// <param name="indices">x, Int64, contiguous, within the table.</param>
/// <param name="padding">The row that gets no gradient, or −1.</param>
/// <param name="shares">What each lookup's gradient counts (lookups, 1), or null if all count fully.</param>
internal sealed unsafe class EmbeddingOp(Tensor weight, Tensor indices, long padding, Tensor? shares)
    : Op([weight], saves: shares is null ? [indices] : [indices, shares])
{
    public static Tensor Run(Tensor weight, Tensor indices, long padding, Tensor? shares)
    {
        using var table = weight.Dense();
        var columns = (int)weight.Sizes[1];
        var y = Tensor.Uninitialized(Shapes.Join(indices.Sizes, [columns]), weight.dtype);
        if (weight.dtype == ScalarType.Float32)
            EmbeddingKernel.Forward((float*)table.Pointer, columns, (long*)indices.Pointer, (int)indices.Count, (float*)y.Pointer);
        else
            EmbeddingKernel.Forward((double*)table.Pointer, columns, (long*)indices.Pointer, (int)indices.Count, (double*)y.Pointer);
        if (Tensor.Records(weight))
            Recorded.Embedding(weight, indices, padding, shares).Attach(y);
        return y;
    }

    // dW[x[i], :] += share[i] · dy[i, :], in the order of the lookups.
    public override void Backward(Tensor dy)
    {
        var rows = Saved(0);
        var columns = (int)InputSizes(0)[1];
        using var slopes = shares is null ? dy.Dense() : (dy.Reshape(rows.Count, columns) * Saved(1)).Dense();
        if (Rows(0, rows.Count) is { } few)
            few.Add(slopes.Pointer, (long*)rows.Pointer, (int)rows.Count, padding);
        else if (slopes.dtype == ScalarType.Float32)
            EmbeddingKernel.Backward((float*)slopes.Pointer, columns, (long*)rows.Pointer, (int)rows.Count, padding, (float*)Buffer(0).Pointer);
        else
            EmbeddingKernel.Backward((double*)slopes.Pointer, columns, (long*)rows.Pointer, (int)rows.Count, padding, (double*)Buffer(0).Pointer);
    }
}
