using Seq2Seq.Text;

namespace Seq2Seq.Decoding;

/// <summary>The partial and finished outputs of one sentence.</summary>
internal sealed class Beam(BeamOptions options, RequiredPhrases required)
{
    private readonly List<(PartialOutput Output, double Score)> _finished = [];
    private readonly List<SearchNode> _nodes = [new SearchNode(0, -1, Vocabulary.StartId, 0, 0, true, false)];
    private List<PartialOutput> _live = [PartialOutput.Start(Vocabulary.StartId)];

    public int Count => _live.Count;

    public bool IsDone { get; private set; }

    public IEnumerable<long> Tokens => _live.Select(output => output.Token);

    /// <summary>How many of the best tokens of each row a step wants; null: all.</summary>
    public int? Asked => required.TokenCount > 0 ? null : TokenFilter.Enough(Considered, _live[0].Length, options);

    // Twice the width, so that the tree shows what was pruned, too.
    private int Considered => options.RecordTree ? 2 * options.Width : options.Width;

    /// <summary>Takes one step; gives the row each surviving output came from. Rows of this sentence begin at <paramref name="first"/>.</summary>
    public IEnumerable<int> Advance(StepScores scores, int first)
    {
        var best = new TopCandidates(Considered);
        var banks = required.TokenCount > 0 ? new RequiredBanks(required, Considered) : null;
        for (var i = 0; i < _live.Count; i++)
        {
            var tokens = _live[i].Tokens();
            if (scores.IsShort)
            {
                Offer(best, scores.BestScores(first + i), scores.BestTokens(first + i), i, tokens);
                continue;
            }

            var row = scores.Row(first + i);
            TokenFilter.Apply(row, tokens, options);
            if (banks is null) best.Offer(row, _live[i].LogProbability, i);
            else banks.Offer(row, _live[i].LogProbability, i, tokens);
        }

        var (next, rows) = (new List<PartialOutput>(), new List<int>());
        var rank = 0;
        foreach (var (logProbability, parent, token) in banks?.Ranked(options.Width) ?? best.Ranked())
        {
            var isKept = rank++ < options.Width;
            var node = Record(_live[parent], token, logProbability, isKept);
            if (!isKept) continue;
            var output = _live[parent].Continue(token, logProbability, scores.Attention(first + parent), node);
            if (token == Vocabulary.EndId)
            {
                _finished.Add((output, Score(output, isFinished: true)));
            }
            else
            {
                next.Add(output);
                rows.Add(first + parent);
            }
        }

        _live = next;
        IsDone = next.Count == 0 || next[0].Length >= options.MaximumLength || CannotImprove();
        return IsDone ? [] : rows;
    }

    // Behind the first so many that are not excluded, nothing of this row can count.
    private void Offer(TopCandidates best, ReadOnlySpan<float> scores, ReadOnlySpan<long> ids, int parent, long[] tokens)
    {
        for (var (i, offered) = (0, 0); i < ids.Length && offered < Considered; i++)
        {
            if (TokenFilter.Excludes(ids[i], tokens, options)) continue;
            best.Offer(scores[i], _live[parent].LogProbability, parent, (int)ids[i]);
            offered++;
        }
    }

    /// <summary>The best outputs; unfinished ones only where too few have ended.</summary>
    public SearchResult Result()
    {
        var best = _finished
            .OrderByDescending(x => x.Score)
            .Select(x => x.Output.ToHypothesis(x.Score, isFinished: true))
            .Concat(_live
                .Select(output => output.ToHypothesis(Score(output, isFinished: false), isFinished: false))
                .OrderByDescending(hypothesis => required.Met([.. hypothesis.Ids]))
                .ThenByDescending(hypothesis => hypothesis.Score))
            .Take(options.Best);
        return new SearchResult([.. best], options.RecordTree ? new SearchTree(_nodes) : null);
    }

    // log p only falls, and the penalty divides it by no more than that of the greatest length: the best a partial output can reach.
    private bool CannotImprove()
    {
        if (_finished.Count < options.Best) return false;
        var threshold = _finished.Select(x => x.Score).OrderDescending().ElementAt(options.Best - 1);
        var divisor = Math.Max(LengthNorm(options.MaximumLength), LengthNorm(_live[0].Length));
        return _live.Max(output => output.LogProbability) / divisor <= threshold;
    }

    private double Score(PartialOutput output, bool isFinished)
    {
        // Wu et al. 2016, eq. 14; the end counts as a token.
        var score = output.LogProbability / LengthNorm(output.Length);
        if (options.CoveragePenalty == 0 || output.Attention() is not { } weights) return score;
        var penalty = 0.0;
        for (var s = 0; s < weights.GetLength(1); s++)
        {
            var covered = 0.0;
            for (var t = 0; t < weights.GetLength(0) - (isFinished ? 1 : 0); t++) covered += weights[t, s];
            // Padding is never covered and must not count: its weight is zero at every step, the end's included.
            if (covered == 0 && (!isFinished || weights[weights.GetLength(0) - 1, s] == 0)) continue;
            penalty += Math.Log(Math.Clamp(covered, 1e-9, 1));
        }

        return score + options.CoveragePenalty * penalty;
    }

    private double LengthNorm(int length) =>
        options.LengthPenalty == 0 ? 1 : Math.Pow((5 + length) / 6.0, options.LengthPenalty);

    private int Record(PartialOutput parent, long token, double logProbability, bool isKept)
    {
        if (!options.RecordTree) return 0;
        _nodes.Add(new SearchNode(
            _nodes.Count, parent.Node, token, parent.Length + 1, logProbability, isKept, token == Vocabulary.EndId));
        return _nodes.Count - 1;
    }
}
