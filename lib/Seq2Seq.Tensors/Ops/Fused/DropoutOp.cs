using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>y = x / (1 − p) with probability 1 − p, else 0. The mask is drawn again for the backward pass, not kept.</summary>
internal sealed class DropoutOp(Tensor x, double p, ulong seed, ulong offset) : Op([x])
{
    public static Tensor Run(Tensor x, double p)
    {
        using var dense = x.Dense();
        var y = Tensor.Uninitialized(x.Sizes, x.dtype);
        var (seed, offset) = Generator.Default.Reserve(x.Count);
        if (x.dtype == ScalarType.Float32)
            DropoutKernel.Forward<float>(dense.Span<float>(), y.Span<float>(), p, seed, offset);
        else
            DropoutKernel.Forward<double>(dense.Span<double>(), y.Span<double>(), p, seed, offset);
        if (Tensor.Records(x))
            Recorded.Dropout(x, p, seed, offset).Attach(y);
        return y;
    }

    // dx += dy / (1 − p) where y was kept.
    public override void Backward(Tensor dy)
    {
        using var dense = dy.Dense();
        var dx = Buffer(0, out var fresh);
        if (dense.dtype == ScalarType.Float32)
            DropoutKernel.Backward<float>(dense.Span<float>(), dx.Span<float>(), p, seed, offset, fresh);
        else
            DropoutKernel.Backward<double>(dense.Span<double>(), dx.Span<double>(), p, seed, offset, fresh);
    }
}
