namespace Seq2Seq.Training;

/// <summary>One optimiser step.</summary>
/// <param name="Step">Its number, the first being 1.</param>
/// <param name="Epoch">The epoch it belongs to, the first being 1.</param>
/// <param name="Loss">Nats per target token of the batch.</param>
/// <param name="GradientNorm">Length of the whole gradient before clipping.</param>
/// <param name="LearningRate">The rate it was taken with.</param>
/// <param name="Tokens">Real target tokens of the batch.</param>
public sealed record StepRecord(
    long Step, int Epoch, double Loss, double GradientNorm, double LearningRate, long Tokens);

/// <summary>One pass over the training data.</summary>
/// <param name="Epoch">Its number, the first being 1.</param>
/// <param name="Step">Optimiser steps taken so far.</param>
/// <param name="TrainLoss">Nats per target token over the epoch.</param>
/// <param name="ValidationLoss">Nats per target token on the validation data; NaN without any.</param>
/// <param name="ValidationAccuracy">Share of validation tokens predicted right with the true past; NaN without validation data.</param>
/// <param name="IsBest">True if no epoch before was better.</param>
public sealed record EpochRecord(
    int Epoch, long Step, double TrainLoss, double ValidationLoss, double ValidationAccuracy, bool IsBest)
{
    /// <summary>e^validation loss.</summary>
    public double Perplexity => Math.Exp(ValidationLoss);
}

/// <summary>What happened in a run, as data.</summary>
public sealed class TrainingHistory
{
    internal List<StepRecord> StepList { get; } = [];

    internal List<EpochRecord> EpochList { get; } = [];

    /// <summary>Every optimiser step.</summary>
    public IReadOnlyList<StepRecord> Steps => StepList;

    /// <summary>Every epoch.</summary>
    public IReadOnlyList<EpochRecord> Epochs => EpochList;

    /// <summary>The epoch with the lowest validation loss (training loss without validation data); null before the first.</summary>
    public EpochRecord? Best => EpochList.LastOrDefault(epoch => epoch.IsBest);

    /// <summary>Why the run ended.</summary>
    public StopReason Stopped { get; internal set; }
}

/// <summary>Why a run ended.</summary>
public enum StopReason
{
    /// <summary>It has not.</summary>
    Running,

    /// <summary>All epochs or steps are done.</summary>
    Finished,

    /// <summary>The validation loss had not fallen for so many epochs as the patience allows.</summary>
    NoImprovement,

    /// <summary>A callback or a token asked for it.</summary>
    Cancelled,
}
