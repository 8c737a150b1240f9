using Seq2Seq.Models;

namespace Seq2Seq.Decoding;

/// <summary>
/// One step of all sequences, brought to plain arrays: log-probabilities (R, V) or only the best of each row (R, K), and weights (R, S).
/// </summary>
internal sealed class StepScores
{
    private readonly float[] _scores;
    private readonly long[]? _tokens;
    private readonly float[]? _attention;
    private readonly int _width;
    private readonly int _sources;

    private StepScores(Tensor scores, Tensor? tokens, Tensor? attention, long vocabulary)
    {
        Vocabulary = vocabulary;
        (_scores, _width) = (scores.data<float>().ToArray(), (int)scores.size(1));
        _tokens = tokens?.data<long>().ToArray();
        (_attention, _sources) = (attention?.data<float>().ToArray(), (int)(attention?.size(1) ?? 0));
    }

    /// <summary>How many tokens the model can choose from.</summary>
    public long Vocabulary { get; }

    /// <summary>True if each row has only its best tokens.</summary>
    public bool IsShort => _tokens is not null;

    /// <summary>All log-probabilities of a row; only if it is not short.</summary>
    public Span<float> Row(int row) => _scores.AsSpan(row * _width, _width);

    /// <summary>The best log-probabilities of a row, in falling order, and whose they are; only if it is short.</summary>
    public ReadOnlySpan<float> BestScores(int row) => _scores.AsSpan(row * _width, _width);

    /// <inheritdoc cref="BestScores"/>
    public ReadOnlySpan<long> BestTokens(int row) => _tokens.AsSpan(row * _width, _width);

    public float[]? Attention(int row) => _attention?.AsSpan(row * _sources, _sources).ToArray();

    /// <summary>Takes the step and forgets every tensor of it but the state.</summary>
    /// <param name="model">What decodes.</param>
    /// <param name="ids">The last token of each sequence.</param>
    /// <param name="state">Where the model stands.</param>
    /// <param name="asked">How many of each row are enough; null: all are wanted.</param>
    public static (StepScores Scores, DecoderState State) Take(
        IStepwise model, IReadOnlyList<long> ids, DecoderState state, int? asked = null)
    {
        var read = tensor(ids.ToArray());
        var near = asked is null ? null : (model as Seq2SeqModel)?.Decoder.Approach(read, state);
        if (near?.Best(asked!.Value) is (var best, var whose))
        {
            var weights = near.Weights?.squeeze(1).to_type(ScalarType.Float32);
            return (new StepScores(best, whose, weights, near.Output.TokenCount), near.State);
        }

        var step = near?.Scored() ?? model.Step(read, state);
        var attention = step.Attention?.to_type(ScalarType.Float32);
        var vocabulary = step.Logits.size(1);
        if (asked < vocabulary && step.Logits.dtype == ScalarType.Float32 && Best(step.Logits, asked.Value) is var (values, tokens))
            return (new StepScores(values, tokens, attention, vocabulary), step.State);
        var scores = step.Logits.log_softmax(-1).to_type(ScalarType.Float32);
        return (new StepScores(scores, null, attention, vocabulary), step.State);
    }

    // Which of equal ones comes first must not be left open, as it is in topk: where the engine has no such choice, whole rows are taken.
    private static (Tensor Values, Tensor Tokens)? Best(Tensor logits, int count) =>
#if TORCHSHARP
        null;
#else
        FusedOps.log_softmax_topk(logits, count);
#endif
}
