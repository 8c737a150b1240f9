namespace Seq2Seq.Tensors;

/// <summary>y = 1 / (1 + e⁻ˣ).</summary>
internal sealed class SigmoidOp(torch.Tensor x, torch.Tensor y) : Op([x], saves: [y])
{
    public override void Backward(torch.Tensor dy)
    {
        using var y = Saved(0).Dense();
        var dx = Buffer(0, out var fresh);
        if (dy.dtype == torch.ScalarType.Float32)
            SigmoidKernel.Backward(y.Span<float>(), dy.Span<float>(), dx.Span<float>(), fresh);
        else
            SigmoidKernel.Backward(y.Span<double>(), dy.Span<double>(), dx.Span<double>(), fresh);
    }
}
