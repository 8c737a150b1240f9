namespace Seq2Seq.Tensors;

/// <summary>y = x · factor, or x / factor.</summary>
internal sealed class ScaleOp(torch.Tensor x, Scalar factor, bool divide) : Op([x])
{
    public override void Backward(torch.Tensor dy) => Accumulate(0, divide ? dy.div(factor) : dy.mul(factor));
}
