namespace Seq2Seq.Tensors;

/// <summary>y = the sum of x over some dimensions; with a factor, their mean.</summary>
internal sealed class SumOp(torch.Tensor x, long[] keptSizes, double factor) : Op([x])
{
    public override void Backward(torch.Tensor dy)
    {
        var scaled = factor == 1 ? dy : dy.mul(factor);
        Accumulate(0, scaled.reshape(keptSizes).expand(InputSizes(0)));
    }
}
