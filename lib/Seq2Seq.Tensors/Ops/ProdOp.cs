namespace Seq2Seq.Tensors;

/// <summary>y = the product of x over a dimension.</summary>
internal sealed class ProdOp(torch.Tensor x, int dim) : Op([x], saves: [x])
{
    // dy/dxᵢ = the product of the others, from running products of both sides, so zeros do no harm.
    public override void Backward(torch.Tensor dy)
    {
        var x = Saved(0);
        if (x.Rank == 0)
        {
            Accumulate(0, dy);
            return;
        }

        var n = x.Sizes[dim];
        if (x.Count == 0)
            return;
        var others = torch.ones(x.Sizes, x.dtype);
        var before = torch.ones_like(x.select(dim, 0));
        var after = torch.ones_like(before);
        for (var i = 0L; i < n; i++)
        {
            others.select(dim, i).mul_(before);
            others.select(dim, n - 1 - i).mul_(after);
            before = before.mul(x.select(dim, i));
            after = after.mul(x.select(dim, n - 1 - i));
        }

        var sizes = (long[])x.Sizes.Clone();
        sizes[dim] = 1;
        Accumulate(0, others.mul(dy.reshape(sizes)));
    }
}
