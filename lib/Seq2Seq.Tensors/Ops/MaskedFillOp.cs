namespace Seq2Seq.Tensors;

/// <summary>y = x, but a constant where the mask holds.</summary>
internal sealed class MaskedFillOp(torch.Tensor x, torch.Tensor mask) : Op([x], saves: [mask])
{
    public override void Backward(torch.Tensor dy) => Accumulate(0, dy.masked_fill(Saved(0), 0));
}
