namespace Seq2Seq.Tensors;

/// <summary>y = the larger (or smaller) of a and b, element by element; equal ones share the gradient.</summary>
internal sealed class ExtremumOp(torch.Tensor a, torch.Tensor b, bool largest) : Op([a, b], saves: [a, b])
{
    public override void Backward(torch.Tensor dy)
    {
        var (a, b) = (Saved(0), Saved(1));
        var half = a.eq(b).to(dy.dtype).mul(0.5);
        var first = (largest ? a.gt(b) : a.lt(b)).to(dy.dtype).add(half);
        if (Wants(0))
            Accumulate(0, dy.mul(first));
        if (Wants(1))
            Accumulate(1, dy.mul(torch.ones_like(first).sub(first)));
    }
}
