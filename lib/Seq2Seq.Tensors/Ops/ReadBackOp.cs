namespace Seq2Seq.Tensors;

/// <summary>A view reads its elements from a base that was changed in place since the view was made.</summary>
internal sealed class ReadBackOp : Op
{
    private readonly ViewOfBase _place;
    private readonly GradientSlot _root;

    private ReadBackOp(GradientSlot root, ViewOfBase place)
        : base([], [])
    {
        (_place, _root) = (place, root);
        root.Producer?.Retain();
    }

    public override int ExtraInputCount => 1;

    public static GradientSlot Record(GradientSlot root, ViewOfBase place)
    {
        var op = new ReadBackOp(root, place);
        return op.AttachOne();
    }

    public override GradientSlot? ExtraInput(int i) => _root;

    // The base's gradient is dy at the view's elements and zero elsewhere.
    public override void Backward(torch.Tensor dy)
    {
        var all = torch.Tensor.Zeros([_place.Room], dy.dtype);
        all.AsStrided(_place.Own).AddScaledRaw(dy, 1);
        Gradients.Add(_root, all.AsStrided(_place.Base), _place.Base.Sizes, _place.Type);
    }
}
