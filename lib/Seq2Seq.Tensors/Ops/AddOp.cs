namespace Seq2Seq.Tensors;

/// <summary>y = a + α b; without b, b was a plain number.</summary>
internal sealed class AddOp(torch.Tensor a, torch.Tensor? b, double alpha) : Op(b is null ? [a] : [a, b])
{
    public override void Backward(torch.Tensor dy)
    {
        Accumulate(0, dy);
        if (InputCount > 1 && Wants(1))
            Accumulate(1, alpha == 1 ? dy : dy.mul(alpha));
    }
}
