namespace Seq2Seq.Tensors;

/// <summary>y[i][j] = x[i][index[i][j]] along a dimension.</summary>
internal sealed class GatherOp(torch.Tensor x, int dim, torch.Tensor index) : Op([x], saves: [index])
{
    public override void Backward(torch.Tensor dy) => Scattering.Add(Buffer(0), dim, Saved(0), dy, 1);
}
