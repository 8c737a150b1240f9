using Seq2Seq.Models;
using Seq2Seq.Text;

namespace Seq2Seq.Decoding;

/// <summary>Chooses a token from the log-probabilities of one sequence; the number tells which sequence it is.</summary>
internal delegate int Choice(Span<float> scores, int sequence);

/// <summary>Decodes a batch with one output per sentence; sentences that have ended leave the batch.</summary>
internal static class StepwiseDecoder
{
    /// <summary>One output for each source; without a <paramref name="choose"/> the most probable token is taken.</summary>
    public static IReadOnlyList<SearchResult> Decode(
        IStepwise model, IReadOnlyList<long[]> sources, SearchOptions options, Choice? choose)
    {
        if (sources.Count == 0) return [];
        using var noGradient = no_grad();
        using var everything = NewDisposeScope();
        var (source, lengths) = SourceBatch.Of(sources);
        var found = new SearchResult[sources.Count];
        // What a caller gave us to call, and models that are not ours, must not be called from two threads.
        var isShared = model is Seq2SeqModel { training: false } && options.Allowed is null && choose is null;
        SentenceShares.Run(sources.Count, isShared ? 1 : null, (first, count) =>
            Decode(model, source.narrow(0, first, count), lengths.narrow(0, first, count), options, choose).CopyTo(found, first));
        return found;
    }

    private static SearchResult[] Decode(IStepwise model, Tensor source, Tensor lengths, SearchOptions options, Choice? choose)
    {
        var count = (int)source.size(0);
        using var tokens = new KeptTokens();
        var state = tokens.Into(model.Start(source, lengths));
        var live = Enumerable.Range(0, count).ToList();
        var outputs = Enumerable.Repeat(PartialOutput.Start(Vocabulary.StartId), count).ToArray();
        var isFinished = new bool[count];
        for (var step = 0; step < options.MaximumLength && live.Count > 0; step++)
        {
            var asked = choose is null ? TokenFilter.Enough(1, step, options) : null;
            var (scores, next) = StepScores.Take(model, [.. live.Select(i => outputs[i].Token)], state, asked);
            if (step == 0) TokenFilter.Require(options, scores.Vocabulary);
            for (var row = 0; row < live.Count; row++)
            {
                var i = live[row];
                var (token, score) = Next(scores, row, i, outputs[i].Tokens(), options, choose);
                outputs[i] = outputs[i].Continue(token, outputs[i].LogProbability + score, scores.Attention(row));
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

    private static (int Token, float Score) Next(
        StepScores scores, int row, int sequence, long[] tokens, SearchOptions options, Choice? choose)
    {
        if (scores.IsShort)
        {
            var best = scores.BestScores(row);
            var ids = scores.BestTokens(row);
            for (var i = 0; i < ids.Length; i++)
            {
                // As below where nothing is left to choose: id 0, which is excluded.
                if (!TokenFilter.Excludes(ids[i], tokens, options))
                    return best[i] > float.NegativeInfinity ? ((int)ids[i], best[i]) : (0, float.NegativeInfinity);
            }
        }

        var candidates = scores.Row(row);
        TokenFilter.Apply(candidates, tokens, options);
        var token = choose is null ? Best(candidates) : choose(candidates, sequence);
        return (token, candidates[token]);
    }

    // Of equal scores the first id wins, as in the beam search.
    private static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best]) best = i;
        }

        return best;
    }
}
