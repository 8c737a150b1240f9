namespace Seq2Seq.Tensors;

/// <summary>y = the largest (or smallest) of x over dimensions; equal ones share the gradient.</summary>
internal sealed class ExtremeOp(torch.Tensor x, torch.Tensor y, long[] keptSizes) : Op([x], saves: [x, y])
{
    public override void Backward(torch.Tensor dy)
    {
        var same = Saved(0).eq(Saved(1).reshape(keptSizes)).to(dy.dtype);
        var count = Reduction.Sum(same, ReducedDims(), keepdim: true);
        Accumulate(0, same.mul(dy.reshape(keptSizes)).div(count));
    }

    private bool[] ReducedDims()
    {
        var sizes = InputSizes(0);
        var reduced = new bool[sizes.Length];
        for (var i = 0; i < reduced.Length; i++)
            reduced[i] = sizes[i] != keptSizes[i];
        return reduced;
    }
}
