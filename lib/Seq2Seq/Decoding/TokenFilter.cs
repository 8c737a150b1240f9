using Seq2Seq.Text;

namespace Seq2Seq.Decoding;

/// <summary>Strikes out the tokens that must not come next.</summary>
internal static class TokenFilter
{
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
            var isSame = true;
            for (var i = 0; i < n - 1 && isSame; i++) isSame = soFar[start + i] == soFar[soFar.Count - n + 1 + i];
            if (isSame) scores[(int)soFar[start + n - 1]] = float.NegativeInfinity;
        }
    }
}
