namespace Seq2Seq.Tensors;

/// <summary>y = a − ⌊a / b⌋ b; the rounded quotient counts as a constant.</summary>
internal sealed class RemainderOp(torch.Tensor a, torch.Tensor b) : Op([a, b], saves: [a, b])
{
    public override void Backward(torch.Tensor dy)
    {
        Accumulate(0, dy);
        if (Wants(1))
            Accumulate(1, dy.mul(Saved(0).div(Saved(1), RoundingMode.floor)).neg());
    }
}
