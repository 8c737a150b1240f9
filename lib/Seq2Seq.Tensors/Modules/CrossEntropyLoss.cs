using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Softmax and negative log-likelihood in one: −ln softmax(input)[target].</summary>
public sealed class CrossEntropyLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    /// <summary>Makes the loss.</summary>
    /// <param name="weight">One weight per class.</param>
    /// <param name="ignore_index">A target that does not count; −100 if not given.</param>
    /// <param name="reduction">How the single losses become one number.</param>
    /// <param name="label_smoothing">The share of the target that is spread over all classes.</param>
    public CrossEntropyLoss(
        Tensor? weight = null,
        long? ignore_index = null,
        nn.Reduction reduction = nn.Reduction.Mean,
        double label_smoothing = 0.0)
        : base(nameof(CrossEntropyLoss), weight, reduction)
    {
        nn.functional.CheckSmoothing(label_smoothing);
        (this.ignore_index, this.label_smoothing) = (ignore_index, label_smoothing);
    }

    /// <summary>The target that does not count, if one was given.</summary>
    public long? ignore_index { get; }

    /// <summary>The share of the target that is spread over all classes.</summary>
    public double label_smoothing { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.cross_entropy(
        input, target, weight, ignore_index ?? -100, reduction, label_smoothing);
}
