namespace Seq2Seq.Tensors;

/// <summary>y = a diagonal of x.</summary>
internal sealed class DiagonalOp(torch.Tensor x, long offset, int dim1, int dim2) : Op([x])
{
    public override void Backward(torch.Tensor dy) => Buffer(0).diagonal(offset, dim1, dim2).AddScaledRaw(dy, 1);
}
