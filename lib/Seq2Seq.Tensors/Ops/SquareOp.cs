namespace Seq2Seq.Tensors;

/// <summary>y = x².</summary>
internal sealed class SquareOp(torch.Tensor x) : Op([x], saves: [x])
{
    public override void Backward(torch.Tensor dy)
    {
        using var x = Saved(0).Dense();
        if (dy.dtype == torch.ScalarType.Float32)
            SquareKernel.Backward(x.Span<float>(), dy.Span<float>(), Buffer(0).Span<float>());
        else
            SquareKernel.Backward(x.Span<double>(), dy.Span<double>(), Buffer(0).Span<double>());
    }
}
