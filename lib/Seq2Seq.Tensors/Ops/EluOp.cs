namespace Seq2Seq.Tensors;

/// <summary>y = x where positive, else α (eˣ − 1).</summary>
internal sealed class EluOp(torch.Tensor x, double alpha) : Op([x], saves: [x])
{
    public override void Backward(torch.Tensor dy)
    {
        using var x = Saved(0).Dense();
        if (dy.dtype == torch.ScalarType.Float32)
            EluKernel.Backward(x.Span<float>(), dy.Span<float>(), Buffer(0).Span<float>(), alpha);
        else
            EluKernel.Backward(x.Span<double>(), dy.Span<double>(), Buffer(0).Span<double>(), alpha);
    }
}
