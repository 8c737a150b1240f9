namespace Seq2Seq.Tensors;

/// <summary>y = ln Σ exp x over the last dimension.</summary>
internal sealed class LogSumExpOp(torch.Tensor x, torch.Tensor y) : Op([x], saves: [x, y])
{
    // dx = dy · exp(x − y)
    public override void Backward(torch.Tensor dy)
    {
        var (x, y) = (Saved(0), Saved(1));
        var (rows, columns) = x.RowsAndColumns();
        if (x.dtype == torch.ScalarType.Float32)
            LogSumExpKernel.Backward(x.Span<float>(), y.Span<float>(), dy.Span<float>(), rows, columns, Buffer(0).Span<float>());
        else
            LogSumExpKernel.Backward(x.Span<double>(), y.Span<double>(), dy.Span<double>(), rows, columns, Buffer(0).Span<double>());
    }
}
