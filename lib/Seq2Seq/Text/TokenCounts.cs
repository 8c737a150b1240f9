namespace Seq2Seq.Text;

/// <summary>How often each token occurs, the most frequent first: the data of a Zipf plot and of a coverage
/// curve.</summary>
public sealed class TokenCounts
{
    private readonly Dictionary<string, long> _counts;
    private readonly long[] _cumulated;

    private TokenCounts(Dictionary<string, long> counts)
    {
        _counts = counts;
        Ranked = [.. counts.Select(pair => new TokenCount(pair.Key, pair.Value))
            .OrderByDescending(token => token.Count).ThenBy(token => token.Token, StringComparer.Ordinal)];
        _cumulated = new long[Ranked.Count + 1];
        for (var i = 0; i < Ranked.Count; i++) _cumulated[i + 1] = _cumulated[i] + Ranked[i].Count;
    }

    /// <summary>The tokens by falling count; equal counts in the order of their spelling.</summary>
    public IReadOnlyList<TokenCount> Ranked { get; }

    /// <summary>How many tokens were counted (running words).</summary>
    public long Total => _cumulated[^1];

    /// <summary>How often one token occurs.</summary>
    public long this[string token] => _counts.GetValueOrDefault(token);

    /// <summary>Counts the tokens of sentences.</summary>
    public static TokenCounts Of(IEnumerable<IReadOnlyList<string>> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var token in sentences.SelectMany(sentence => sentence))
            counts[token] = counts.GetValueOrDefault(token) + 1;
        return new TokenCounts(counts);
    }

    /// <summary>The share of running tokens that the <paramref name="size"/> most frequent ones cover, 0 to
    /// 1.</summary>
    public double CoverageOf(int size) =>
        Total == 0 ? 1 : (double)_cumulated[Math.Clamp(size, 0, Ranked.Count)] / Total;

    /// <summary>The smallest number of tokens that covers the given share of running tokens.</summary>
    public int SizeFor(double coverage)
    {
        for (var size = 0; size <= Ranked.Count; size++)
        {
            if (CoverageOf(size) >= coverage) return size;
        }

        return Ranked.Count;
    }
}

/// <summary>A token and how often it occurs.</summary>
/// <param name="Token">The token.</param>
/// <param name="Count">How often it occurs.</param>
public readonly record struct TokenCount(string Token, long Count);
