namespace Seq2Seq.Tensors;

/// <summary>y = the elements of x in another shape (view, reshape, squeeze, unsqueeze, flatten).</summary>
internal sealed class ReshapeOp(torch.Tensor x) : Op([x])
{
    public override bool ReadsStrided => true;

    public override void Backward(torch.Tensor dy) => Accumulate(0, dy.reshape(InputSizes(0)));
}
