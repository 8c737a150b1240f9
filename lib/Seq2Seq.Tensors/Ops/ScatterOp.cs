namespace Seq2Seq.Tensors;

/// <summary>y = x with elements of a source written where an index says.</summary>
internal sealed class ScatterOp(torch.Tensor x, int dim, torch.Tensor index, torch.Tensor source)
    : Op([x, source], saves: [index])
{
    // As in PyTorch, of several sources for one place each gets its gradient.
    public override void Backward(torch.Tensor dy)
    {
        var index = Saved(0);
        if (Wants(0))
            Accumulate(0, dy.scatter(dim, index, torch.zeros(index.Sizes, dy.dtype)));
        if (!Wants(1))
            return;
        var whole = torch.zeros(InputSizes(1), dy.dtype);
        var corner = whole.AsStrided(new Geometry(index.Sizes, whole.Strides, whole.Offset));
        Copying.Copy(dy.gather(dim, index), corner);
        Accumulate(1, whole);
    }
}
