namespace Seq2Seq.Tensors;

/// <summary>y = the error function of x.</summary>
internal sealed class ErfOp(torch.Tensor x) : Op([x], saves: [x])
{
    public override void Backward(torch.Tensor dy)
    {
        using var x = Saved(0).Dense();
        if (dy.dtype == torch.ScalarType.Float32)
            ErfKernel.Backward(x.Span<float>(), dy.Span<float>(), Buffer(0).Span<float>());
        else
            ErfKernel.Backward(x.Span<double>(), dy.Span<double>(), Buffer(0).Span<double>());
    }
}
