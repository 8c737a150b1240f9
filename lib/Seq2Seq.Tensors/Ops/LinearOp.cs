namespace Seq2Seq.Tensors;

/// <summary>y = x Wᵀ + b: x (rows, in), W (out, in), b (out).</summary>
internal sealed unsafe class LinearOp(torch.Tensor x, torch.Tensor weight, torch.Tensor? bias)
    : Op(bias is null ? [x, weight] : [x, weight, bias], saves: [x, weight])
{
    private readonly bool _kept = weight is Modules.Parameter;

    // dx, if it was computed together with that of other ops.
    private torch.Tensor? _inputGradient;

    // db, if it was computed along with dy.
    private torch.Tensor? _biasGradient;

    public override bool ReadsStrided => true;

    /// <summary>dx of all rows of dy (..., out), which belong to several ops with this one's weight; null if it is not to be had so.</summary>
    public torch.Tensor? InputGradientOfAll(torch.Tensor dy)
    {
        if (!Wants(0) || !_kept || dy.dtype != torch.ScalarType.Float32 || !dy.Contiguous)
            return null;
        var weight = Saved(1);
        var dx = torch.Tensor.Uninitialized(Shapes.Join(dy.Sizes.AsSpan()[..^1], [weight.Sizes[1]]), dy.dtype, scoped: false);
        using var slopes = dy.Matrix();
        using var rows = dx.Matrix();
        Multiplication.AddWeight(slopes, weight, _kept, rows, fresh: true);
        return dx;
    }

    /// <summary>Takes over what another op computed for it.</summary>
    public void Expect(torch.Tensor inputGradient)
    {
        _inputGradient?.Dispose();
        _inputGradient = inputGradient.Handle();
    }

    /// <summary>Room (out) for the column sums of dy, if whoever computes dy can add them up on the way; null if nobody wants them.</summary>
    public torch.Tensor? ExpectColumnSums()
    {
        if (InputCount < 3 || !Wants(2) || InputSlot(2)!.Pending is not null)
            return null;
        _biasGradient?.Dispose();
        return _biasGradient = torch.Tensor.Uninitialized(InputSizes(2), InputType(2), scoped: false);
    }

    // dx = dy W, dW = dyᵀ x, db = the column sums of dy.
    public override void Backward(torch.Tensor dy)
    {
        using var slopes = dy.SpacedMatrix();
        if (Wants(0))
            AddInputGradient(slopes);
        if (Wants(1))
        {
            using var rows = Saved(0).Matrix();
            AddWeightGradient(slopes, rows);
        }

        if (InputCount < 3 || !Wants(2))
            return;
        if (_biasGradient is { } sums && InputSlot(2)!.Pending is null)
        {
            Accumulate(2, sums);
            return;
        }

        if (Late(2, slopes.Sizes[0], held: true) is { } late)
        {
            late.Add(slopes);
            return;
        }

        ColumnSums.Add(
            slopes.Pointer, (int)slopes.Sizes[0], (int)slopes.Sizes[1], slopes.RowStep, Buffer(2).Pointer, dy.dtype == torch.ScalarType.Float64);
        GC.KeepAlive(slopes);
    }

    public override void DropGradients()
    {
        base.DropGradients();
        _inputGradient?.Dispose();
        _inputGradient = null;
        _biasGradient?.Dispose();
        _biasGradient = null;
    }

    // To a matrix the product is added link by link; to more dimensions, which PyTorch reshapes first, as a whole.
    private void AddInputGradient(torch.Tensor dy)
    {
        var sizes = InputSizes(0);
        if (_inputGradient is { } ready && (sizes.Length != 2 || InputSlot(0)!.Pending is null))
        {
            Accumulate(0, ready.reshape(sizes));
            return;
        }

        if (sizes.Length == 2)
        {
            var dx = Buffer(0, out var fresh);
            Multiplication.AddWeight(dy, Saved(1), _kept, dx, fresh);
            return;
        }

        using var whole = torch.Tensor.Uninitialized(sizes, dy.dtype, scoped: false);
        using (var rows = whole.Matrix())
            Multiplication.AddWeight(dy, Saved(1), _kept, rows, fresh: true);
        Accumulate(0, whole);
    }

    private void AddWeightGradient(torch.Tensor dy, torch.Tensor x)
    {
        if (x.Contiguous && dy.HasWholeRows && Late(1, dy.Sizes[0], held: true) is { } late)
        {
            late.Add(dy, x);
            return;
        }

        using var transposed = dy.Transposed();
        var dw = Buffer(1, out var fresh);
        Multiplication.Add(transposed, x, dw, fresh);
    }
}
