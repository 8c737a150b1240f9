namespace Seq2Seq.Tensors;

/// <summary>y = a copy of x.</summary>
internal sealed class CloneOp(torch.Tensor x) : Op([x])
{
    public override void Backward(torch.Tensor dy) => Accumulate(0, dy);
}
