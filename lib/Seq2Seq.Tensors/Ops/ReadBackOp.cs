namespace Seq2Seq.Tensors;

/// <summary>A view reads its elements from a base that was changed in place since the view was made.</summary>
internal sealed class ReadBackOp : Op
{
    private readonly ViewOfBase _view;
    private readonly GradientSlot _root;

    private ReadBackOp(GradientSlot root, ViewOfBase view)
        : base([], [])
    {
        _view = view;
        _root = root;
    }

    public override int ExtraInputCount => 1;

    public static GradientSlot Record(GradientSlot root, ViewOfBase view)
    {
        var op = new ReadBackOp(root, view);
        return op.AttachOne();
    }

    public override GradientSlot? ExtraInput(int i) => _root;

    // The base's gradient is dy at the view's elements and zero elsewhere.
    public override void Backward(torch.Tensor dy)
    {
        var all = torch.Tensor.Zeros([Math.Max(_view.RootGeometry.End, _view.Geometry.End)], dy.dtype);
        all.AsStrided(_view.Geometry).AddScaledRaw(dy, 1);
        Gradients.Add(_root, all.AsStrided(_view.RootGeometry), _view.RootGeometry.Sizes, _view.Type);
    }
}
