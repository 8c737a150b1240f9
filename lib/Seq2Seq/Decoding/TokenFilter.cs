using Seq2Seq.Text;

namespace Seq2Seq.Decoding;

/// <summary>Strikes out the tokens that must not come next.</summary>
internal static class TokenFilter
{
    /// <summary>Refuses tokens that the model does not have.</summary>
    public static void Require(SearchOptions options, long vocabulary)
    {
        Require(nameof(SearchOptions.Forbidden), options.Forbidden, vocabulary);
        Require(nameof(SearchOptions.Prefix), options.Prefix, vocabulary);
    }

    /// <summary>Sets the scores of one sequence's excluded tokens to minus infinity.</summary>
    public static void Apply(Span<float> scores, IReadOnlyList<long> soFar, SearchOptions options)
    {
        scores[(int)Vocabulary.PadId] = float.NegativeInfinity;
        scores[(int)Vocabulary.StartId] = float.NegativeInfinity;
        if (soFar.Count < options.Prefix.Count)
        {
            KeepOnly(scores, [options.Prefix[soFar.Count]]);
            return;
        }

        if (soFar.Count < options.MinimumLength) scores[(int)Vocabulary.EndId] = float.NegativeInfinity;
        foreach (var id in options.Forbidden) scores[(int)id] = float.NegativeInfinity;
        if (options.Allowed is not null) KeepOnly(scores, options.Allowed(soFar));
        if (options.NoRepeat > 0) Unrepeat(scores, soFar, options.NoRepeat);
    }

    /// <summary>How many of the best tokens hold <paramref name="count"/> that are not excluded; null if only a look at all of them tells.</summary>
    public static int? Enough(int count, int length, SearchOptions options) =>
        options.Prefix.Count > length || options.Allowed is not null
            ? null
            : count + 2 + (length < options.MinimumLength ? 1 : 0) + options.Forbidden.Count + (options.NoRepeat > 0 ? length : 0);

    /// <summary>True if <see cref="Apply"/> would strike this token out, where <see cref="Enough"/> has an answer.</summary>
    public static bool Excludes(long token, IReadOnlyList<long> soFar, SearchOptions options) =>
        token == Vocabulary.PadId || token == Vocabulary.StartId
        || (token == Vocabulary.EndId && soFar.Count < options.MinimumLength)
        || options.Forbidden.Contains(token)
        || (options.NoRepeat > 0 && Repeats(token, soFar, options.NoRepeat));

    private static void Require(string option, IEnumerable<long> ids, long vocabulary)
    {
        foreach (var id in ids)
        {
            if (id < 0 || id >= vocabulary)
            {
                throw new ArgumentException(
                    $"{option}: got token {id}, but the model has {vocabulary} tokens; take ids from 0 to {vocabulary - 1}.");
            }
        }
    }

    private static bool Repeats(long token, IReadOnlyList<long> soFar, int n)
    {
        for (var start = 0; start + n <= soFar.Count; start++)
        {
            if (soFar[start + n - 1] == token && IsSame(soFar, start, n)) return true;
        }

        return false;
    }

    private static void KeepOnly(Span<float> scores, IEnumerable<long> allowed)
    {
        var kept = allowed.Select(id => (Id: (int)id, Score: 0f)).ToArray();
        for (var i = 0; i < kept.Length; i++) kept[i].Score = scores[kept[i].Id];
        scores.Fill(float.NegativeInfinity);
        foreach (var (id, score) in kept) scores[id] = score;
    }

    // A token that would complete a sequence of n tokens that is already there.
    private static void Unrepeat(Span<float> scores, IReadOnlyList<long> soFar, int n)
    {
        for (var start = 0; start + n <= soFar.Count; start++)
        {
            if (IsSame(soFar, start, n)) scores[(int)soFar[start + n - 1]] = float.NegativeInfinity;
        }
    }

    // Do the n − 1 tokens from start on stand at the end, too?
    private static bool IsSame(IReadOnlyList<long> soFar, int start, int n)
    {
        for (var i = 0; i < n - 1; i++)
        {
            if (soFar[start + i] != soFar[soFar.Count - n + 1 + i]) return false;
        }

        return true;
    }
}
