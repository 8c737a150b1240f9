using System.Collections.Concurrent;
using System.Text;

namespace Seq2Seq.Text;

/// <summary>One step of byte-pair encoding: these two neighbours become one piece.</summary>
/// <param name="Left">The first piece.</param>
/// <param name="Right">The piece behind it.</param>
public readonly record struct BpeMerge(string Left, string Right)
{
    /// <summary>The piece the two become.</summary>
    public string Piece => Left + Right;
}

/// <summary>Pieces of words, learned by joining the most frequent neighbours again and again.</summary>
/// <remarks>
/// Byte-pair encoding (Sennrich et al. 2016). A word's first piece begins with ▁ in place of the space before it, so
/// that joining needs no rules: glue the pieces, turn ▁ into a space. Letters, Chinese characters, digits and signs are
/// never joined with each other. A character that the training text lacked is spelled by its bytes
/// (<see cref="ByteFallback"/>): nothing is out of vocabulary. Runs of white space count as one space.
/// </remarks>
public sealed class BpeTokeniser : Tokeniser
{
    /// <summary>What stands for the space before a word.</summary>
    public const string SpaceMark = "▁";

    /// <summary>A ▁ that the text itself holds, until its bytes spell it. U+FFFF is no character: normalisation left
    /// none.</summary>
    internal const string WrittenMark = "\uFFFF";

    private const int CacheLimit = 100_000;
    private readonly Dictionary<(string, string), int> _ranks;
    private readonly HashSet<string> _alphabet;
    private readonly ConcurrentDictionary<string, string[]> _cache = new(StringComparer.Ordinal);

    /// <summary>A tokeniser from an alphabet and its merges, the first learned first.</summary>
    public BpeTokeniser(IEnumerable<string> alphabet, IEnumerable<BpeMerge> merges)
    {
        ArgumentNullException.ThrowIfNull(alphabet);
        ArgumentNullException.ThrowIfNull(merges);
        Alphabet = [.. alphabet.Where(letter => letter != SpaceMark).Distinct().Order(StringComparer.Ordinal)];
        Merges = [.. merges];
        _alphabet = [.. Alphabet, SpaceMark];
        _ranks = new Dictionary<(string, string), int>(Merges.Count);
        for (var rank = 0; rank < Merges.Count; rank++) _ranks.TryAdd((Merges[rank].Left, Merges[rank].Right), rank);
    }

    /// <summary>The characters the tokeniser knows, in ordinal order.</summary>
    public IReadOnlyList<string> Alphabet { get; }

    /// <summary>What was learned, the most frequent neighbours first.</summary>
    public IReadOnlyList<BpeMerge> Merges { get; }

    /// <summary>Every token that can come out, the 256 byte tokens first: the fixed list for a
    /// <see cref="Vocabulary"/>.</summary>
    public IReadOnlyList<string> Pieces =>
        [.. ByteFallback.Tokens, SpaceMark, .. Alphabet, .. Merges.Select(merge => merge.Piece).Distinct()];

    internal override string Kind => "bpe";

    /// <summary>Learns merges from texts.</summary>
    /// <param name="texts">The training texts.</param>
    /// <param name="merges">How many merges to learn; fewer when no neighbours are left that occur twice.</param>
    /// <param name="minimumCount">Characters that occur less often are left to the bytes.</param>
    /// <param name="normalisation">What is done to texts first, here and later.</param>
    public static BpeTokeniser Train(
        IEnumerable<string> texts, int merges, int minimumCount = 1, Normalisation? normalisation = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentOutOfRangeException.ThrowIfNegative(merges);
        normalisation ??= Normalisation.Standard;
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            foreach (var word in Words(normalisation.Apply(text))) counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        var trainer = new BpeTrainer(counts, minimumCount);
        return new BpeTokeniser(trainer.Alphabet, trainer.Learn(merges)) { Normalisation = normalisation };
    }

    /// <summary>The tokens of a text, each merge skipped with the given probability, so that a model sees words cut in
    /// many ways.</summary>
    /// <remarks>BPE-dropout (Provilkov et al. 2020). For training only; 0.1 is usual.</remarks>
    public string[] Tokenise(string text, double dropout, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return [.. Words(Normalisation.Apply(text)).SelectMany(word => Merge(word, dropout, random)[^1])];
    }

    /// <summary>The word's pieces before the first merge, after it, ... and at the end: what BPE does, to be looked
    /// at.</summary>
    public IReadOnlyList<string[]> Steps(string word)
    {
        var steps = new List<string[]> { Array.Empty<string>() };
        foreach (var part in Words(Normalisation.Apply(word)))
        {
            var grown = Merge(part, 0, null);
            var before = steps[^1];
            for (var i = 0; i < steps.Count; i++) steps[i] = [.. steps[i], .. grown[0]];
            steps.AddRange(grown.Skip(1).Select(step => (string[])[.. before, .. step]));
        }

        return steps;
    }

    private protected override string[] Split(string text)
    {
        var tokens = new List<string>();
        foreach (var word in Words(text))
        {
            if (!_cache.TryGetValue(word, out var pieces))
            {
                pieces = Merge(word, 0, null)[^1];
                if (_cache.Count < CacheLimit) _cache[word] = pieces;
            }

            tokens.AddRange(pieces);
        }

        return [.. tokens];
    }

    private protected override string Assemble(IReadOnlyList<string> tokens)
    {
        // ▁ is a space in a piece, but itself when its bytes spell it: so the marks go before the bytes come back.
        var spaced = tokens.Select(token => token.Replace(SpaceMark, " ", StringComparison.Ordinal)).ToArray();
        var text = string.Concat(ByteFallback.Restore(spaced));
        return text.StartsWith(' ') ? text[1..] : text;
    }

    // "well done" -> "▁well", "▁done"; "it's 5" -> "▁it", "'", "s", "▁5".
    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        var last = Script.Space;
        foreach (var rune in Normalisation.SingleSpaces(text).EnumerateRunes())
        {
            var script = Scripts.Of(rune);
            if (script != last && last != Script.Space && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }

            if (script != Script.Space)
            {
                if (last == Script.Space) word.Append(SpaceMark[0]);
                word.Append(rune.Value == SpaceMark[0] ? WrittenMark : rune.ToString());
            }

            last = script;
        }

        if (word.Length > 0) yield return word.ToString();
    }

    private List<string[]> Merge(string word, double dropout, SeededRandom? random)
    {
        var pieces = new List<string>();
        foreach (var rune in word.EnumerateRunes())
        {
            var letter = rune.ToString();
            if (letter == WrittenMark) pieces.AddRange(ByteFallback.Spell(SpaceMark));
            else if (_alphabet.Contains(letter)) pieces.Add(letter);
            else pieces.AddRange(ByteFallback.Spell(letter));
        }

        var steps = new List<string[]> { pieces.ToArray() };
        while (NextMerges(pieces, dropout, random) is { Count: > 0 } places)
        {
            for (var i = places.Count - 1; i >= 0; i--)
            {
                pieces[places[i]] += pieces[places[i] + 1];
                pieces.RemoveAt(places[i] + 1);
            }

            steps.Add([.. pieces]);
        }

        return steps;
    }

    // Where the neighbours that were learned first stand, those aside that dropout hides this time.
    private List<int> NextMerges(List<string> pieces, double dropout, SeededRandom? random)
    {
        var best = int.MaxValue;
        var places = new List<int>();
        for (var i = 0; i + 1 < pieces.Count; i++)
        {
            if (!_ranks.TryGetValue((pieces[i], pieces[i + 1]), out var rank) || rank > best) continue;
            if (dropout > 0 && random!.Chance(dropout)) continue;
            if (rank < best) places.Clear();
            best = rank;

            // "a a a": the middle one can join only one neighbour.
            if (places.Count == 0 || places[^1] + 1 < i) places.Add(i);
        }

        return places;
    }
}
