namespace Seq2Seq.Tensors;

/// <summary>y = (Σ |x|ᵖ)^(1/p) over dimensions.</summary>
internal sealed class NormOp(torch.Tensor x, torch.Tensor y, double p, long[] keptSizes) : Op([x], saves: [x, y])
{
    // dx = dy · x |x|ᵖ⁻² / yᵖ⁻¹, 0 where y = 0.
    public override void Backward(torch.Tensor dy)
    {
        var (x, y) = (Saved(0), Saved(1).reshape(keptSizes));
        var scale = dy.reshape(keptSizes);
        if (p == 1)
        {
            Accumulate(0, scale.mul(x.sign()));
            return;
        }

        if (double.IsInfinity(p))
        {
            var size = x.abs();
            var hit = size.eq(y).to(x.dtype);
            var dims = new List<long>();
            for (var i = 0; i < keptSizes.Length; i++)
            {
                if (keptSizes[i] != x.Sizes[i])
                    dims.Add(i);
            }

            var count = dims.Count == 0 ? hit : hit.sum([.. dims], keepdim: true);
            Accumulate(0, scale.mul(x.sign()).mul(hit).div(count));
            return;
        }

        var powers = p == 2 ? x : x.mul(x.abs().pow(p - 2).masked_fill(x.eq(0), 0));
        var slope = powers.div(p == 2 ? y : y.pow(p - 1));
        Accumulate(0, scale.mul(slope.masked_fill(y.eq(0), 0)));
    }
}
