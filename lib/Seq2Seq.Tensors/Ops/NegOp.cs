namespace Seq2Seq.Tensors;

/// <summary>y = −x.</summary>
internal sealed class NegOp(torch.Tensor x) : Op([x])
{
    public override void Backward(torch.Tensor dy) => Accumulate(0, dy.neg());
}
