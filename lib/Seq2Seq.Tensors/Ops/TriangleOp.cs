namespace Seq2Seq.Tensors;

/// <summary>y = the lower or upper triangle of x, zero elsewhere.</summary>
internal sealed class TriangleOp(torch.Tensor x, long diagonal, bool lower) : Op([x])
{
    public override void Backward(torch.Tensor dy) => Accumulate(0, lower ? dy.tril(diagonal) : dy.triu(diagonal));
}
