namespace Seq2Seq.Tensors;

/// <summary>y = ln(1 + eˣ).</summary>
internal sealed class SoftplusOp(torch.Tensor x) : Op([x], saves: [x])
{
    public override void Backward(torch.Tensor dy)
    {
        using var x = Saved(0).Dense();
        if (dy.dtype == torch.ScalarType.Float32)
            SoftplusKernel.Backward(x.Span<float>(), dy.Span<float>(), Buffer(0).Span<float>());
        else
            SoftplusKernel.Backward(x.Span<double>(), dy.Span<double>(), Buffer(0).Span<double>());
    }
}
