namespace Seq2Seq.Tensors;

/// <summary>y = x kept within [low, high]; both bounds let the gradient through.</summary>
internal sealed class ClampOp(torch.Tensor x, double low, double high) : Op([x], saves: [x])
{
    public override void Backward(torch.Tensor dy)
    {
        using var x = Saved(0).Dense();
        if (dy.dtype == torch.ScalarType.Float32)
            ClampKernel.Backward(x.Span<float>(), dy.Span<float>(), Buffer(0).Span<float>(), low, high);
        else
            ClampKernel.Backward(x.Span<double>(), dy.Span<double>(), Buffer(0).Span<double>(), low, high);
    }
}
