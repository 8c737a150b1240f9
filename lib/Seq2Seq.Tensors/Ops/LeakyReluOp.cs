namespace Seq2Seq.Tensors;

/// <summary>y = x where positive, else slope · x.</summary>
internal sealed class LeakyReluOp(torch.Tensor x, double slope) : Op([x], saves: [x])
{
    public override void Backward(torch.Tensor dy)
    {
        using var x = Saved(0).Dense();
        if (dy.dtype == torch.ScalarType.Float32)
            LeakyReluKernel.Backward(x.Span<float>(), dy.Span<float>(), Buffer(0).Span<float>(), slope);
        else
            LeakyReluKernel.Backward(x.Span<double>(), dy.Span<double>(), Buffer(0).Span<double>(), slope);
    }
}
