namespace Seq2Seq.Tensors;

/// <summary>y = the running sum of x along a dimension.</summary>
internal sealed class CumsumOp(torch.Tensor x, int dim) : Op([x])
{
    // Each element is in all later sums: a running sum from the end.
    public override void Backward(torch.Tensor dy) => Accumulate(0, Running.Sum(dy, dim, fromEnd: true));
}
