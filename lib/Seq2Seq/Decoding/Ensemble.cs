using Seq2Seq.Models;

namespace Seq2Seq.Decoding;

/// <summary>Several models over the same vocabularies that decide together: the mean of their probabilities.</summary>
public sealed class Ensemble : IStepwise
{
    private readonly IReadOnlyList<IStepwise> _models;

    /// <summary>An ensemble of these models.</summary>
    public Ensemble(params IReadOnlyList<IStepwise> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        var sizes = models.Select(model => model.VocabularySize).Distinct().ToArray();
        if (sizes.Length != 1)
        {
            throw new ArgumentException(
                $"Ensemble: got {models.Count} models with vocabularies of {string.Join(", ", sizes)} tokens; expected at least one model, "
                + "all of one vocabulary.", nameof(models));
        }

        _models = models;
    }

    /// <inheritdoc/>
    public long VocabularySize => _models[0].VocabularySize;

    /// <inheritdoc/>
    public DecoderState Start(Tensor source, Tensor lengths) =>
        new EnsembleState([.. _models.Select(model => model.Start(source, lengths))]);

    /// <inheritdoc/>
    public DecoderStep Step(Tensor ids, DecoderState state)
    {
        var states = ((EnsembleState)state).States;
        var steps = _models.Select((model, i) => model.Step(ids, states[i])).ToArray();
        var logs = stack(steps.Select(step => step.Logits.log_softmax(-1)).ToArray());
        var mean = logs.logsumexp(0) - Math.Log(steps.Length);
        var attention = steps.All(step => step.Attention is not null)
            ? stack(steps.Select(step => step.Attention!).ToArray()).mean([0])
            : null;
        return new DecoderStep(mean, new EnsembleState([.. steps.Select(step => step.State)]), attention);
    }

    private sealed record EnsembleState(IReadOnlyList<DecoderState> States) : DecoderState
    {
        public override DecoderState Take(Tensor rows) => new EnsembleState([.. States.Select(state => state.Take(rows))]);

        public override DecoderState Reorder(Tensor rows) => new EnsembleState([.. States.Select(state => state.Reorder(rows))]);
    }
}
