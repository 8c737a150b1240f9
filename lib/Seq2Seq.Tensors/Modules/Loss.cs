using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>A loss: how far an input is from its target.</summary>
public abstract class Loss<T1, T2, TResult> : nn.Module<T1, T2, TResult>
{
    private protected Loss(string name, nn.Reduction reduction)
        : base(name) => this.reduction = reduction;

    /// <summary>How the single losses become one number.</summary>
    public nn.Reduction reduction { get; }
}

/// <summary>A loss in which classes or elements count differently.</summary>
public abstract class WeightedLoss<T1, T2, TResult> : Loss<T1, T2, TResult>
{
    private protected WeightedLoss(string name, Tensor? weight, nn.Reduction reduction)
        : base(name, reduction) => this.weight = weight;

    /// <summary>The weights, or null. They are the caller's: not saved with the loss, not disposed with it.</summary>
    public Tensor? weight { get; }

    /// <summary>A loss has no components: its weights belong to the caller.</summary>
    protected override void RegisterComponents()
    {
    }
}
