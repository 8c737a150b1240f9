namespace Seq2Seq.Exercises;

/// <summary>A tensor's shape and numbers, kept after the tensor is gone.</summary>
/// <param name="Shape">Its sizes.</param>
/// <param name="Items">Its numbers, row by row.</param>
internal sealed record TensorValue(long[] Shape, double[] Items)
{
    public static TensorValue Of(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return new TensorValue(
            tensor.shape, tensor.detach().to_type(ScalarType.Float64).contiguous().data<double>().ToArray());
    }
}
