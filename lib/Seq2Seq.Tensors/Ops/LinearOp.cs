namespace Seq2Seq.Tensors;

/// <summary>y = x Wᵀ + b: x (rows, in), W (out, in), b (out).</summary>
internal sealed unsafe class LinearOp(torch.Tensor x, torch.Tensor weight, torch.Tensor? bias)
    : Op(bias is null ? [x, weight] : [x, weight, bias], saves: [x, weight])
{
    private readonly bool _kept = weight is Modules.Parameter;

    // dx = dy W, dW = dyᵀ x, db = the column sums of dy.
    public override void Backward(torch.Tensor dy)
    {
        using var slopes = dy.Matrix();
        if (Wants(0))
            AddInputGradient(slopes);
        if (Wants(1))
        {
            using var rows = Saved(0).Matrix();
            AddWeightGradient(slopes, rows);
        }

        if (InputCount < 3 || !Wants(2))
            return;
        var (count, columns) = slopes.RowsAndColumns();
        if (dy.dtype == torch.ScalarType.Float32)
            ReduceKernel.SumColumns(slopes.Span<float>(), count, columns, Buffer(2).Span<float>(), accumulate: true);
        else
            ReduceKernel.SumColumns(slopes.Span<double>(), count, columns, Buffer(2).Span<double>(), accumulate: true);
    }

    // To a matrix the product is added link by link; to more dimensions, which PyTorch reshapes first, as a whole.
    private void AddInputGradient(torch.Tensor dy)
    {
        if (InputSizes(0).Length == 2)
        {
            var dx = Buffer(0, out var fresh);
            Multiplication.AddWeight(dy, Saved(1), _kept, dx, fresh);
            return;
        }

        using var whole = torch.Tensor.Uninitialized(InputSizes(0), dy.dtype, scoped: false);
        using (var rows = whole.Matrix())
            Multiplication.AddWeight(dy, Saved(1), _kept, rows, fresh: true);
        Accumulate(0, whole);
    }

    private void AddWeightGradient(torch.Tensor dy, torch.Tensor x)
    {
        if (x.Contiguous && Late(1, dy.Sizes[0]) is { } late)
        {
            late.Add((float*)dy.Pointer, (int)dy.Sizes[1], (float*)x.Pointer, (int)x.Sizes[1], (int)dy.Sizes[0]);
            GC.KeepAlive(dy);
            return;
        }

        using var transposed = dy.Transposed();
        var dw = Buffer(1, out var fresh);
        Multiplication.Add(transposed, x, dw, fresh);
    }
}
