namespace Seq2Seq.Tensors;

/// <summary>y = x with dimensions of size 1 stretched; the gradient is summed over them.</summary>
internal sealed class ExpandOp(torch.Tensor x) : Op([x])
{
    public override void Backward(torch.Tensor dy) => Accumulate(0, dy);
}
