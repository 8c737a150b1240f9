namespace Seq2Seq.Decoding;

/// <summary>How far an output has come with the phrases it must contain: a pure function of its tokens.</summary>
internal sealed class RequiredPhrases
{
    private readonly long[][] _phrases;

    public RequiredPhrases(IReadOnlyList<IReadOnlyList<long>> phrases)
    {
        if (phrases.Any(phrase => phrase.Count == 0))
        {
            throw new ArgumentException(
                "BeamOptions.Required: got an empty phrase; expected at least one token in each. Leave the phrase out.", nameof(phrases));
        }

        // What another phrase contains is met with it.
        var all = phrases.Select(phrase => phrase.ToArray()).ToArray();
        _phrases = [.. all.Where((phrase, i) => !all.Where((other, j) => j != i
            && Contains(other, phrase) && (other.Length > phrase.Length || j < i)).Any())];
        TokenCount = _phrases.Sum(phrase => phrase.Length);
    }

    /// <summary>Tokens of all phrases together.</summary>
    public int TokenCount { get; }

    /// <summary>Required tokens that these tokens have met: whole phrases anywhere, and the longest beginning of one at the end.</summary>
    public int Met(ReadOnlySpan<long> tokens)
    {
        var (whole, begun) = (0, 0);
        foreach (var phrase in _phrases)
        {
            if (Contains(tokens, phrase)) whole += phrase.Length;
            else begun = Math.Max(begun, Begun(tokens, phrase));
        }

        return whole + begun;
    }

    /// <summary>The tokens that would go on with a phrase or begin one.</summary>
    public IEnumerable<long> Next(long[] tokens)
    {
        foreach (var phrase in _phrases)
        {
            if (Contains(tokens, phrase)) continue;
            var begun = Begun(tokens, phrase);
            yield return phrase[begun];
            if (begun > 0) yield return phrase[0];
        }
    }

    // How much of the phrase's beginning stands at the end.
    private static int Begun(ReadOnlySpan<long> tokens, ReadOnlySpan<long> phrase)
    {
        for (var length = Math.Min(phrase.Length - 1, tokens.Length); length > 0; length--)
        {
            if (tokens[^length..].SequenceEqual(phrase[..length])) return length;
        }

        return 0;
    }

    private static bool Contains(ReadOnlySpan<long> tokens, ReadOnlySpan<long> phrase) => tokens.IndexOf(phrase) >= 0;
}
