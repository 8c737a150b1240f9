using System.Text.Json;
using Seq2Seq.Models;

namespace Seq2Seq.Training;

/// <summary>Where a run stands: everything that a checkpoint must hold beside the weights.</summary>
internal sealed class TrainingRun(Seq2SeqModel model, optim.Optimizer optimizer, TrainerOptions options, int examples, string data)
{
    private readonly WeightKeeper _weights = new(model, options);
    private readonly Checkpoint? _checkpoint = options.Folder is null ? null : new Checkpoint(options.Folder);
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

    /// <summary>Goes on from the checkpoint, if there is one.</summary>
    public void Resume()
    {
        if (_checkpoint is not { Exists: true }) return;
        var (seed, count, trainedOn) = (0L, 0, data);
        var tensors = _checkpoint.Load(json =>
        {
            (seed, count) = (json.GetProperty("seed").GetInt64(), json.GetProperty("examples").GetInt32());
            // Checkpoints of earlier versions have none.
            if (json.TryGetProperty("data", out var written)) trainedOn = written.GetString();
            Read(json);
        });
        if (seed != options.Seed || count != examples)
        {
            throw new InvalidDataException(
                $"Trainer: the checkpoint in {options.Folder} is of seed {seed} and {count} training examples, this run of seed "
                + $"{options.Seed} and {examples}. Choose another folder, or the same seed and data.");
        }

        // Nothing is changed unless all of it fits.
        var weights = model.state_dict();
        foreach (var (name, value) in weights)
        {
            if (!tensors.TryGetValue("model." + name, out var stored) || !stored.shape.SequenceEqual(value.shape))
            {
                throw new InvalidDataException(
                    $"Trainer: the checkpoint in {options.Folder} is of another model: it has no {name} of shape "
                    + $"({string.Join(", ", value.shape)}). Choose another folder, or make the model it was made with.");
            }
        }

        if (trainedOn != data)
        {
            throw new InvalidDataException(
                $"Trainer: the checkpoint in {options.Folder} is of as many, but other training or validation examples. "
                + "Choose another folder, or the same data.");
        }

        using var noGradient = no_grad();
        foreach (var (name, value) in weights) value.copy_(tensors["model." + name]);
        _checkpoint.LoadOptimizer((OptimizerHelper)optimizer);
        _weights.Restore(tensors);
        // A finished run may be asked for more epochs or steps.
        if (History.Stopped is StopReason.Finished or StopReason.Cancelled) History.Stopped = StopReason.Running;
    }

    /// <summary>Writes a checkpoint, if there is a folder for it.</summary>
    public void Save() => _checkpoint?.Save(
        Step,
        model.state_dict().Select(x => KeyValuePair.Create("model." + x.Key, x.Value))
            .Concat(_weights.Copies.Select(x => KeyValuePair.Create(x.Name, x.Value))),
        (OptimizerHelper)optimizer, Write);

    private void Write(Utf8JsonWriter json)
    {
        json.WriteNumber("seed", options.Seed);
        json.WriteNumber("examples", examples);
        json.WriteString("data", data);
        json.WriteNumber("step", Step);
        json.WriteNumber("epoch", Epoch);
        json.WriteNumber("batchInEpoch", BatchInEpoch);
        json.WriteNumber("epochSum", _epochSum);
        json.WriteNumber("epochTokens", _epochTokens);
        HistoryJson.Write(json, History);
    }

    private void Read(JsonElement json)
    {
        Step = json.GetProperty("step").GetInt64();
        Epoch = json.GetProperty("epoch").GetInt32();
        BatchInEpoch = json.GetProperty("batchInEpoch").GetInt32();
        _epochSum = json.GetProperty("epochSum").GetDouble();
        _epochTokens = json.GetProperty("epochTokens").GetInt64();
        HistoryJson.Read(json, History);
    }

    /// <summary>Puts the weights in place that the run shall end with.</summary>
    public void Finish() => _weights.Finish();
}
