namespace Seq2Seq.Tensors.Modules;

/// <summary>A tensor that a module learns.</summary>
public class Parameter : torch.Tensor
{
}
