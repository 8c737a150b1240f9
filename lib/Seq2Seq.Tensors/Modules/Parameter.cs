namespace Seq2Seq.Tensors.Modules;

/// <summary>A tensor that a module learns.</summary>
public class Parameter : torch.Tensor
{
    /// <summary>Takes the tensor's place: it is invalid afterwards.</summary>
    /// <param name="data">The first values.</param>
    /// <param name="requires_grad">False for one that is frozen.</param>
    public Parameter(torch.Tensor data, bool requires_grad = true)
        : base(data)
    {
        detach_();
        this.requires_grad = requires_grad;
    }
}
