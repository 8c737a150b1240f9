namespace Seq2Seq.Tensors;

/// <summary>y = one index of a dimension of x.</summary>
internal sealed class SelectOp(torch.Tensor x, int dim, long index) : Op([x])
{
    public override void Backward(torch.Tensor dy) => Buffer(0).select(dim, index).AddScaledRaw(dy, 1);
}
