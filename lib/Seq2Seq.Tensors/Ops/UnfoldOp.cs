namespace Seq2Seq.Tensors;

/// <summary>y = windows over a dimension of x; elements in several windows get the gradients of all.</summary>
internal sealed class UnfoldOp(torch.Tensor x, int dim, long size, long step) : Op([x])
{
    public override void Backward(torch.Tensor dy) => Buffer(0).unfold(dim, size, step).AddScaledRaw(dy, 1);
}
