namespace Seq2Seq.Tensors;

/// <summary>y = the rows of x that the index names, along a dimension; rows named twice get both gradients.</summary>
internal sealed class IndexSelectOp(torch.Tensor x, int dim, torch.Tensor index) : Op([x], saves: [index])
{
    public override void Backward(torch.Tensor dy) => Scattering.AddRows(Buffer(0), dim, Saved(0), dy, 1);
}
