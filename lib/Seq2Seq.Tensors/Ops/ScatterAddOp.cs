namespace Seq2Seq.Tensors;

/// <summary>y = x with elements of a source added where an index says.</summary>
internal sealed class ScatterAddOp(torch.Tensor x, int dim, torch.Tensor index, torch.Tensor source)
    : Op([x, source], saves: [index])
{
    public override void Backward(torch.Tensor dy)
    {
        Accumulate(0, dy);
        if (!Wants(1))
            return;
        var index = Saved(0);
        var whole = torch.zeros(InputSizes(1), dy.dtype);
        var corner = whole.AsStrided(new Geometry(index.Sizes, whole.Strides, whole.Offset));
        Copying.Copy(dy.gather(dim, index), corner);
        Accumulate(1, whole);
    }
}
