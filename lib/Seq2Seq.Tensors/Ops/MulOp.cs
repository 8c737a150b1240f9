namespace Seq2Seq.Tensors;

/// <summary>y = a b.</summary>
internal sealed class MulOp(torch.Tensor a, torch.Tensor b) : Op([a, b], saves: [a, b])
{
    public override void Backward(torch.Tensor dy)
    {
        if (Wants(0))
            Accumulate(0, dy.mul(Saved(1)));
        if (Wants(1))
            Accumulate(1, dy.mul(Saved(0)));
    }
}
