namespace Seq2Seq.Tensors;

/// <summary>y = x Φ(x), exact.</summary>
internal sealed class GeluOp(torch.Tensor x) : Op([x], saves: [x])
{
    public override void Backward(torch.Tensor dy)
    {
        using var x = Saved(0).Dense();
        if (dy.dtype == torch.ScalarType.Float32)
            GeluKernel.Backward(x.Span<float>(), dy.Span<float>(), Buffer(0).Span<float>());
        else
            GeluKernel.Backward(x.Span<double>(), dy.Span<double>(), Buffer(0).Span<double>());
    }
}
