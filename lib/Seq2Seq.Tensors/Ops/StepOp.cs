namespace Seq2Seq.Tensors;

/// <summary>y = a step function of x (sign, floor, ceil, round, trunc): its slope is 0.</summary>
internal sealed class StepOp(torch.Tensor x) : Op([x])
{
    public override void Backward(torch.Tensor dy) => Accumulate(0, torch.zeros(InputSizes(0), dy.dtype));
}
