namespace Seq2Seq.Tensors;

/// <summary>y = a range of a dimension of x, every step-th index.</summary>
internal sealed class NarrowOp(torch.Tensor x, int dim, long start, long length, long step) : Op([x])
{
    public override void Backward(torch.Tensor dy) => Buffer(0).Slice(dim, start, length, step).AddScaledRaw(dy, 1);
}
