using Seq2Seq.Models;

namespace Seq2Seq.Decoding;

/// <summary>One step of all sequences, brought to plain arrays: log-probabilities (R, V) and weights (R, S), row by row.</summary>
internal sealed class StepScores
{
    private readonly float[] _scores;
    private readonly float[]? _attention;
    private readonly int _vocabulary;
    private readonly int _sources;

    private StepScores(float[] scores, int vocabulary, float[]? attention, int sources)
    {
        (_scores, _vocabulary, _attention, _sources) = (scores, vocabulary, attention, sources);
    }

    public Span<float> Row(int row) => _scores.AsSpan(row * _vocabulary, _vocabulary);

    public float[]? Attention(int row) => _attention?.AsSpan(row * _sources, _sources).ToArray();

    /// <summary>Takes the step and forgets every tensor of it but the state.</summary>
    public static (StepScores Scores, DecoderState State) Take(IStepwise model, IReadOnlyList<long> ids, DecoderState state)
    {
        var step = model.Step(tensor(ids.ToArray()), state);
        var scores = step.Logits.log_softmax(-1).to_type(ScalarType.Float32);
        var attention = step.Attention?.to_type(ScalarType.Float32);
        return (new StepScores(
            scores.data<float>().ToArray(), (int)scores.size(1), attention?.data<float>().ToArray(), (int)(attention?.size(1) ?? 0)),
            step.State);
    }
}
