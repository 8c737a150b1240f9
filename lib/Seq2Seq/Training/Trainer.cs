using Seq2Seq.Models;
using Seq2Seq.Text;

namespace Seq2Seq.Training;

/// <summary>Trains a model: batches, loss, gradient, step, validation, checkpoints.</summary>
/// <remarks>
/// All that is random is a function of the seed and of the step's number (the order of an epoch of the seed and the epoch), so a run that
/// was killed and is resumed from its checkpoint ends with the same bits as one that was not. For that the trainer sets the engine's
/// global seed before each step.
/// </remarks>
public sealed class Trainer
{
    private readonly Seq2SeqModel _model;
    private readonly TrainerOptions _options;
    private readonly optim.Optimizer _optimizer;
    private readonly List<Parameter> _parameters;

    /// <summary>A trainer of that model. If the folder of the options holds a checkpoint, <see cref="Fit"/> goes on from there.</summary>
    public Trainer(Seq2SeqModel model, TrainerOptions? options = null)
    {
        _model = model;
        _options = options ?? new TrainerOptions();
        _parameters = [.. model.parameters().Where(parameter => parameter.requires_grad)];
        _optimizer = _options.Optimizer(_parameters);
    }

    /// <summary>Trains on examples and measures on others after each epoch.</summary>
    public TrainingHistory Fit(
        IReadOnlyList<Example> train, IReadOnlyList<Example>? validation = null, CancellationToken stop = default)
    {
        if (train.Count == 0)
        {
            throw new ArgumentException("Trainer.Fit: got no training examples; expected at least one.", nameof(train));
        }

        var run = new TrainingRun(_model, _optimizer, _options, train.Count, Fingerprint.Of(train, validation));
        run.Resume();
        var progress = new TrainerProgress(_model, run.History);
        using var curves = _options.ShowLive ? new LiveCurves() : null;
        while (run.History.Stopped == StopReason.Running)
        {
            if (run.Epoch > _options.Epochs || run.Step >= _options.MaximumSteps)
            {
                run.History.Stopped = StopReason.Finished;
                break;
            }

            if (TrainEpoch(run, train, progress, curves, stop))
            {
                Measure(run, train, validation, curves);
                _options.OnEpoch?.Invoke(progress);
            }

            if (progress.IsStopping || stop.IsCancellationRequested) run.History.Stopped = StopReason.Cancelled;
            run.Save();
        }

        run.Finish();
        curves?.Finish();
        return run.History;
    }

    /// <summary>Draws the order of one epoch of a run with that seed.</summary>
    internal static SeededRandom OrderOf(long seed, int epoch) => new(unchecked(seed * 1_000_003 + epoch));

    // True if the epoch was finished.
    private bool TrainEpoch(
        TrainingRun run, IReadOnlyList<Example> train, TrainerProgress progress, LiveCurves? curves, CancellationToken stop)
    {
        _model.train();
        var batches = _options.Batching.Batches(train, OrderOf(_options.Seed, run.Epoch));
        while (run.BatchInEpoch < batches.Count)
        {
            if (run.Step >= _options.MaximumSteps) return false;
            var group = batches.Skip(run.BatchInEpoch).Take(_options.Accumulate).ToArray();
            var record = TakeStep(run, group);
            run.Add(record, group.Length);
            curves?.Add(record);
            _options.OnStep?.Invoke(progress);
            var isEnd = run.BatchInEpoch >= batches.Count;
            if (!isEnd && _options.CheckpointEvery > 0 && run.Step % _options.CheckpointEvery == 0) run.Save();
            if (!isEnd && (progress.IsStopping || stop.IsCancellationRequested)) return false;
        }

        return true;
    }

    private StepRecord TakeStep(TrainingRun run, Batch[] group)
    {
        var step = run.Step + 1;
        manual_seed(unchecked((_options.Seed * 6_364_136_223_846_793_005) + step));
        var random = new SeededRandom(unchecked((_options.Seed * 2_862_933_555_777_941_757) + step));
        _model.zero_grad();
        var (sum, tokens) = (0.0, 0L);
        foreach (var batch in group)
        {
            using var scope = NewDisposeScope();
            var data = BatchTensors.From(batch);
            var forcing = _options.Forcing.At(run.Step);
            var output = forcing >= 1
                ? _model.Teach(data.Source, data.SourceLengths, data.TargetInput)
                : _model.TeachSampled(data.Source, data.SourceLengths, data.TargetInput, forcing, random);
            var value = _options.Loss.Compute(output.Logits, data.TargetOutput);
            var loss = group.Length > 1 ? value.Loss * Share(batch, group) : value.Loss;
            loss = WithExtras(loss, output, data, (double)batch.TargetTokens / group.Sum(other => other.TargetTokens));
            var batchSum = value.Sum.ToDouble();
            FiniteCheck.Loss(step, _model, data, output.Logits, batchSum);
            loss.backward();
            sum += batchSum;
            tokens += value.Tokens;
        }

        var norm = nn.utils.clip_grad_norm_(_parameters, _options.ClipNorm ?? double.MaxValue);
        FiniteCheck.Gradient(step, _model, norm);
        var rate = _options.LearningRate.At(run.Step);
        foreach (var group_ in _optimizer.ParamGroups) group_.LearningRate = rate;
        _optimizer.step();
        return new StepRecord(step, run.Epoch, sum / tokens, norm, rate, tokens);
    }

    // What a batch's loss counts among those that make one step, so that they give the gradient of one large batch:
    // a mean over tokens is weighted by tokens, a mean over sentences by sentences, a sum not at all.
    private double Share(Batch batch, Batch[] group) => _options.Loss.Normalisation switch
    {
        LossNormalisation.Sum => 1,
        LossNormalisation.Token => (double)batch.TargetTokens / group.Sum(other => other.TargetTokens),
        _ => (double)batch.Size / group.Sum(other => other.Size),
    };

    // The penalties count once per step, however many batches make it: each brings its share of the tokens.
    private Tensor WithExtras(Tensor loss, DecoderOutput output, BatchTensors data, double share)
    {
        if (_options.L1 > 0) loss = loss + AuxiliaryLosses.L1(_model) * (_options.L1 * share);
        if (_options.L2 > 0) loss = loss + AuxiliaryLosses.L2(_model) * (_options.L2 * share);
        if (_options.Coverage > 0 && output.Attention is not null)
        {
            loss = loss + AuxiliaryLosses.Coverage(output.Attention, data.TargetOutput) * (_options.Coverage * share);
        }

        return loss;
    }

    private void Measure(TrainingRun run, IReadOnlyList<Example> train, IReadOnlyList<Example>? validation, LiveCurves? curves)
    {
        var score = validation is { Count: > 0 } ? ForcedScore.Of(_model, validation) : null;
        run.EndEpoch(score);
        curves?.Add(run.History.Epochs[^1]);
        if (_options.Patience is { } patience && run.EpochsWithoutBest >= patience)
        {
            run.History.Stopped = StopReason.NoImprovement;
        }
    }
}
