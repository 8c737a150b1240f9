namespace Seq2Seq.Tensors;

/// <summary>A base after one of its views was changed in place.</summary>
internal sealed class WriteBackOp : Op
{
    private readonly ViewOfBase _view;
    private readonly GradientSlot? _before;
    private readonly GradientSlot? _written;

    private WriteBackOp(ViewOfBase view, GradientSlot? before, GradientSlot? written)
        : base([], [])
    {
        _view = view;
        _before = before;
        _written = written;
    }

    public override int ExtraInputCount => 2;

    /// <summary>Gives the base of the view a new place in the graph.</summary>
    public static void Record(ViewOfBase view, GradientSlot? written)
    {
        var op = new WriteBackOp(view, view.Root.Slot, written);
        view.Root.Slot = op.AttachOne();
    }

    public override GradientSlot? ExtraInput(int i) => i == 0 ? _before : _written;

    // The view's elements send their gradient to what was written; the others to the base as it was before.
    public override void Backward(torch.Tensor dy)
    {
        var all = torch.Tensor.Zeros([Math.Max(_view.RootGeometry.End, _view.Geometry.End)], dy.dtype);
        Copying.Copy(dy, all.AsStrided(_view.RootGeometry));
        var part = all.AsStrided(_view.Geometry);
        if (_written is { RequiresGrad: true })
            Gradients.Add(_written, part.clone(), _view.Geometry.Sizes, _view.Type);
        if (_before is not { RequiresGrad: true })
            return;
        Copying.Fill(part, 0);
        Gradients.Add(_before, all.AsStrided(_view.RootGeometry), _view.RootGeometry.Sizes, _view.Type);
    }
}
