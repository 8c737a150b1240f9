namespace Seq2Seq.Tensors;

/// <summary>y = a where the condition holds, else b.</summary>
internal sealed class WhereOp(torch.Tensor condition, torch.Tensor a, torch.Tensor b) : Op([a, b], saves: [condition])
{
    public override void Backward(torch.Tensor dy)
    {
        using var zero = torch.zeros([], dy.dtype);
        if (Wants(0))
            Accumulate(0, torch.where(Saved(0), dy, zero));
        if (Wants(1))
            Accumulate(1, torch.where(Saved(0), zero, dy));
    }
}
