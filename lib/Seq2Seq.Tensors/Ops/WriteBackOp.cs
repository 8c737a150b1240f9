namespace Seq2Seq.Tensors;

/// <summary>A base after one of its views was changed in place.</summary>
internal sealed class WriteBackOp : Op
{
    private readonly ViewOfBase _place;
    private readonly GradientSlot? _before;
    private readonly GradientSlot? _written;

    private WriteBackOp(ViewOfBase place, GradientSlot? before, GradientSlot? written)
        : base([], [])
    {
        (_place, _before, _written) = (place, before, written);
        before?.Producer?.Retain();
        written?.Producer?.Retain();
    }

    public override int ExtraInputCount => 2;

    /// <summary>Gives the base of the view a new place in the graph.</summary>
    public static void Record(AutogradMeta view, GradientSlot? written)
    {
        var op = new WriteBackOp(view.View, view.Root!.Slot, written);
        view.Root.Slot = op.AttachOne();
    }

    public override GradientSlot? ExtraInput(int i) => i == 0 ? _before : _written;

    // The view's elements send their gradient to what was written; the others to the base as it was before.
    public override void Backward(torch.Tensor dy)
    {
        var all = torch.Tensor.Zeros([_place.Room], dy.dtype);
        Copying.Copy(dy, all.AsStrided(_place.Base));
        var part = all.AsStrided(_place.Own);
        if (_written is { RequiresGrad: true })
            Gradients.Add(_written, part.clone(), _place.Own.Sizes, _place.Type);
        if (_before is not { RequiresGrad: true })
            return;
        Copying.Fill(part, 0);
        Gradients.Add(_before, all.AsStrided(_place.Base), _place.Base.Sizes, _place.Type);
    }
}
