namespace Seq2Seq.Tensors;

/// <summary>y = x to a plain number.</summary>
internal sealed class PowScalarOp(torch.Tensor x, double exponent) : Op([x], saves: [x])
{
    // dy/dx = n xⁿ⁻¹, 0 for n = 0.
    public override void Backward(torch.Tensor dy)
    {
        if (exponent == 0)
            Accumulate(0, torch.zeros_like(dy));
        else
            Accumulate(0, Saved(0).pow(exponent - 1).mul(exponent).mul(dy));
    }
}
