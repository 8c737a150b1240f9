using Seq2Seq.Models;

namespace Seq2Seq.Training;

/// <summary>Where a run stands: everything that a checkpoint must hold beside the weights.</summary>
internal sealed class TrainingRun(Seq2SeqModel model, TrainerOptions options)
{
    private readonly WeightKeeper _weights = new(model, options);
    private double _epochSum;
    private long _epochTokens;

    public TrainingHistory History { get; } = new();

    /// <summary>Optimiser steps taken.</summary>
    public long Step { get; private set; }

    /// <summary>The epoch under way, the first being 1.</summary>
    public int Epoch { get; private set; } = 1;

    /// <summary>Batches of this epoch that are done.</summary>
    public int BatchInEpoch { get; private set; }

    /// <summary>Epochs since the best one.</summary>
    public int EpochsWithoutBest => History.Best is { } best ? History.Epochs[^1].Epoch - best.Epoch : 0;

    public void Add(StepRecord record, int batches)
    {
        History.StepList.Add(record);
        Step = record.Step;
        BatchInEpoch += batches;
        _epochSum += record.Loss * record.Tokens;
        _epochTokens += record.Tokens;
    }

    public void EndEpoch(ForcedScore? score)
    {
        var train = _epochSum / _epochTokens;
        var watched = score?.Loss ?? train;
        var isBest = History.Best is not { } best
            || watched < (double.IsNaN(best.ValidationLoss) ? best.TrainLoss : best.ValidationLoss);
        History.EpochList.Add(new EpochRecord(
            Epoch, Step, train, score?.Loss ?? double.NaN, score?.TokenAccuracy ?? double.NaN, isBest));
        _weights.EndEpoch(isBest);
        (Epoch, BatchInEpoch, _epochSum, _epochTokens) = (Epoch + 1, 0, 0, 0);
    }

    /// <summary>Puts the weights in place that the run shall end with.</summary>
    public void Finish() => _weights.Finish();
}
