namespace Seq2Seq.Tensors;

/// <summary>y = a to the power b, element by element.</summary>
internal sealed class PowOp(torch.Tensor a, torch.Tensor b, torch.Tensor y) : Op([a, b], saves: [a, b, y])
{
    public override void Backward(torch.Tensor dy)
    {
        var (a, b, y) = (Saved(0), Saved(1), Saved(2));
        if (Wants(0))
        {
            var slope = b.mul(a.pow(b.sub(1)));
            Accumulate(0, dy.mul(slope.masked_fill(b.eq(0).expand(slope.shape), 0)));
        }

        // dy/db = y ln a; where a = 0 and b >= 0, y stands still.
        if (Wants(1))
        {
            var slope = y.mul(a.log());
            Accumulate(1, dy.mul(slope.masked_fill(a.eq(0).logical_and(b.ge(0)).expand(slope.shape), 0)));
        }
    }
}
