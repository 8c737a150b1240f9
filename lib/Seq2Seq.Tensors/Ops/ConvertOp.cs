namespace Seq2Seq.Tensors;

/// <summary>y = x in another floating-point type.</summary>
internal sealed class ConvertOp(torch.Tensor x) : Op([x])
{
    public override void Backward(torch.Tensor dy) => Accumulate(0, dy);
}
