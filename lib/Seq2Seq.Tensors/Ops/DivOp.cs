namespace Seq2Seq.Tensors;

/// <summary>y = a / b.</summary>
internal sealed class DivOp(torch.Tensor a, torch.Tensor b) : Op([a, b], saves: [a, b])
{
    public override void Backward(torch.Tensor dy)
    {
        if (Wants(0))
            Accumulate(0, dy.div(Saved(1)));

        // dy/db = −a / b²
        if (Wants(1))
            Accumulate(1, dy.mul(Saved(0)).div(Saved(1)).div(Saved(1)).neg());
    }
}
