namespace Seq2Seq.Text;

/// <summary>From which end <see cref="ChineseTokeniser"/> looks for words.</summary>
public enum MatchDirection
{
    /// <summary>From the start of the sentence.</summary>
    Forward,

    /// <summary>From its end, which goes wrong less often: a Chinese word's meaning mostly sits in its last
    /// character.</summary>
    Backward,

    /// <summary>Both; the one with fewer words wins, then the one with fewer single characters, then
    /// backward.</summary>
    Both,
}

/// <summary>Words of Chinese, which is written without spaces, by the longest match in a word list.</summary>
/// <remarks>
/// Maximum matching (Liu and Liang 1986): take the longest word of the list that fits here, go on behind it; a
/// character that starts no word stands alone. Greedy, hence sometimes wrong: 研究生命起源 (to study the origin of life) read
/// forward gives 研究生 / 命 / 起源 (graduate student / fate / origin). With an empty list every character is a token. Latin
/// words and numbers stay whole.
/// </remarks>
public sealed class ChineseTokeniser : Tokeniser
{
    private readonly HashSet<string> _words;
    private readonly int _longest;

    /// <summary>A tokeniser that knows these words.</summary>
    public ChineseTokeniser(IEnumerable<string> words, MatchDirection direction = MatchDirection.Both)
    {
        ArgumentNullException.ThrowIfNull(words);
        _words = [.. words.Select(Normalisation.Standard.Apply).Where(word => word.Length > 0)];
        _longest = _words.Count == 0 ? 1 : _words.Max(word => WordScanner.Scan(word).Count);
        Direction = direction;
    }

    /// <summary>Every Chinese character a token.</summary>
    public static ChineseTokeniser ByCharacter { get; } = new([]);

    /// <summary>From which end words are looked for.</summary>
    public MatchDirection Direction { get; }

    /// <summary>The word list, in ordinal order.</summary>
    public IReadOnlyList<string> Words => [.. _words.Order(StringComparer.Ordinal)];

    internal override string Kind => "chinese";

    private protected override string[] Split(string text)
    {
        var units = WordScanner.Scan(text);
        if (Direction == MatchDirection.Forward) return Match(units, backward: false);
        var backward = Match(units, backward: true);
        if (Direction == MatchDirection.Backward) return backward;
        var forward = Match(units, backward: false);
        return (forward.Length, Singles(forward)).CompareTo((backward.Length, Singles(backward))) < 0 ? forward
            : backward;
    }

    private protected override string Assemble(IReadOnlyList<string> tokens) => WordTokeniser.WithSpaces(tokens);

    private static int Singles(string[] tokens) => tokens.Count(token => token.Length == 1);

    private string[] Match(List<WordScanner.Unit> units, bool backward)
    {
        var tokens = new List<string>();
        for (var done = 0; done < units.Count;)
        {
            var length = Math.Min(_longest, units.Count - done);
            while (length > 1 && !IsWord(units, Start(length), length)) length--;
            tokens.Add(Text(units, Start(length), length));
            done += length;

            int Start(int size) => backward ? units.Count - done - size : done;
        }

        if (backward) tokens.Reverse();
        return [.. tokens];
    }

    private bool IsWord(List<WordScanner.Unit> units, int start, int length)
    {
        for (var i = start + 1; i < start + length; i++)
        {
            if (units[i].SpaceBefore) return false;
        }

        return _words.Contains(Text(units, start, length));
    }

    private static string Text(List<WordScanner.Unit> units, int start, int length) =>
        length == 1 ? units[start].Text : string.Concat(units.Skip(start).Take(length).Select(unit => unit.Text));
}
