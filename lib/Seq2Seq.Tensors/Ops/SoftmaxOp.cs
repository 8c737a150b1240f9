namespace Seq2Seq.Tensors;

/// <summary>y = softmax of x over the last dimension.</summary>
internal sealed class SoftmaxOp(torch.Tensor x, torch.Tensor y) : Op([x], saves: [y])
{
    public override void Backward(torch.Tensor dy)
    {
        var y = Saved(0);
        var (rows, columns) = y.RowsAndColumns();
        var dx = Buffer(0, out var fresh);
        if (y.dtype == torch.ScalarType.Float32)
            SoftmaxKernel.Backward(y.Span<float>(), dy.Span<float>(), rows, columns, dx.Span<float>(), fresh);
        else
            SoftmaxKernel.Backward(y.Span<double>(), dy.Span<double>(), rows, columns, dx.Span<double>(), fresh);
    }
}
