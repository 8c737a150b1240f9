using Seq2Seq.Models;
using Seq2Seq.Text;

namespace Seq2Seq.Decoding;

/// <summary>Chooses a token from the log-probabilities of one sequence; the number tells which sequence it is.</summary>
internal delegate int Choice(Span<float> scores, int sequence);

/// <summary>Decodes a batch with one output per sentence; sentences that have ended leave the batch.</summary>
internal static class StepwiseDecoder
{
    public static IReadOnlyList<SearchResult> Decode(
        IStepwise model, IReadOnlyList<long[]> sources, SearchOptions options, Choice choose)
    {
        if (sources.Count == 0) return [];
        using var noGradient = no_grad();
        using var everything = NewDisposeScope();
        var (source, lengths) = SourceBatch.Of(sources);
        var state = model.Start(source, lengths);
        var live = Enumerable.Range(0, sources.Count).ToList();
        var outputs = Enumerable.Repeat(PartialOutput.Start(Vocabulary.StartId), sources.Count).ToArray();
        var isFinished = new bool[sources.Count];
        for (var step = 0; step < options.MaximumLength && live.Count > 0; step++)
        {
            var (scores, next) = StepScores.Take(model, [.. live.Select(i => outputs[i].Token)], state);
            for (var row = 0; row < live.Count; row++)
            {
                var i = live[row];
                var candidates = scores.Row(row);
                TokenFilter.Apply(candidates, outputs[i].Tokens(), options);
                var token = choose(candidates, i);
                outputs[i] = outputs[i].Continue(token, outputs[i].LogProbability + candidates[token], scores.Attention(row));
                isFinished[i] = token == Vocabulary.EndId;
            }

            var kept = Enumerable.Range(0, live.Count).Where(row => !isFinished[live[row]]).ToArray();
            if (kept.Length < live.Count)
            {
                if (kept.Length > 0) next = next.Take(tensor(kept.Select(row => (long)row).ToArray()));
                live = [.. kept.Select(row => live[row])];
            }

            state = next;
        }

        return
        [
            .. outputs.Select((output, i) =>
                new SearchResult([output.ToHypothesis(output.LogProbability, isFinished[i])])),
        ];
    }
}
