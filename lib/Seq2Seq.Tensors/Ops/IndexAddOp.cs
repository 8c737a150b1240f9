namespace Seq2Seq.Tensors;

/// <summary>y = x with the slices of a source, times α, added where a 1-d index says.</summary>
internal sealed class IndexAddOp(torch.Tensor x, int dim, torch.Tensor index, torch.Tensor source, double alpha)
    : Op([x, source], saves: [index])
{
    public override void Backward(torch.Tensor dy)
    {
        Accumulate(0, dy);
        if (Wants(1))
            Accumulate(1, dy.index_select(dim, Saved(0)).mul(alpha).reshape(InputSizes(1)));
    }
}
