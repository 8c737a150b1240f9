namespace Seq2Seq.Training;

/// <summary>A run met a number that is not finite; the weights are those of the step before.</summary>
public sealed class TrainingDivergedException : Exception
{
    /// <summary>A run that failed at <paramref name="step"/>, first in <paramref name="tensor"/>.</summary>
    public TrainingDivergedException(long step, string tensor, string message) : base(message) =>
        (Step, TensorName) = (step, tensor);

    /// <summary>The optimiser step, the first being 1.</summary>
    public long Step { get; }

    /// <summary>The first tensor with a NaN or an infinity.</summary>
    public string TensorName { get; }
}
