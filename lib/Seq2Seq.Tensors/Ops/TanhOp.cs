namespace Seq2Seq.Tensors;

/// <summary>y = tanh x.</summary>
internal sealed class TanhOp(torch.Tensor x, torch.Tensor y) : Op([x], saves: [y])
{
    public override void Backward(torch.Tensor dy)
    {
        using var y = Saved(0).Dense();
        if (dy.dtype == torch.ScalarType.Float32)
            TanhKernel.Backward(y.Span<float>(), dy.Span<float>(), Buffer(0).Span<float>());
        else
            TanhKernel.Backward(y.Span<double>(), dy.Span<double>(), Buffer(0).Span<double>());
    }
}
