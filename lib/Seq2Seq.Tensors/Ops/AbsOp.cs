namespace Seq2Seq.Tensors;

/// <summary>y = |x|.</summary>
internal sealed class AbsOp(torch.Tensor x) : Op([x], saves: [x])
{
    public override void Backward(torch.Tensor dy)
    {
        using var x = Saved(0).Dense();
        if (dy.dtype == torch.ScalarType.Float32)
            AbsKernel.Backward(x.Span<float>(), dy.Span<float>(), Buffer(0).Span<float>());
        else
            AbsKernel.Backward(x.Span<double>(), dy.Span<double>(), Buffer(0).Span<double>());
    }
}
