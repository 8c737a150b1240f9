namespace Seq2Seq.Tensors;

/// <summary>y = √x.</summary>
internal sealed class SqrtOp(torch.Tensor x, torch.Tensor y) : Op([x], saves: [y])
{
    public override void Backward(torch.Tensor dy)
    {
        using var y = Saved(0).Dense();
        if (dy.dtype == torch.ScalarType.Float32)
            SqrtKernel.Backward(y.Span<float>(), dy.Span<float>(), Buffer(0).Span<float>());
        else
            SqrtKernel.Backward(y.Span<double>(), dy.Span<double>(), Buffer(0).Span<double>());
    }
}
