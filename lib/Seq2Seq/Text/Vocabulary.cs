namespace Seq2Seq.Text;

/// <summary>The numbers of tokens: which token has which id.</summary>
/// <remarks>
/// Ids 0 to 3 are <c>&lt;pad&gt;</c>, <c>&lt;unk&gt;</c>, <c>&lt;bos&gt;</c>, <c>&lt;eos&gt;</c>, in every vocabulary.
/// In a text these four spellings are just text, so no sentence can end itself early. Equal input gives equal ids on
/// every machine.
/// </remarks>
public sealed class Vocabulary
{
    /// <summary>Id of the padding behind a short sentence.</summary>
    public const int PadId = 0;

    /// <summary>Id of every token the vocabulary does not hold.</summary>
    public const int UnknownId = 1;

    /// <summary>Id of the mark a decoder starts from.</summary>
    public const int StartId = 2;

    /// <summary>Id of the mark that ends a sentence.</summary>
    public const int EndId = 3;

    /// <summary>How many ids are reserved.</summary>
    public const int SpecialCount = 4;

    private static readonly string[] Specials = ["<pad>", "<unk>", "<bos>", "<eos>"];

    private readonly List<string> _tokens = [.. Specials];
    private readonly List<long> _counts = [0, 0, 0, 0];
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

    private Vocabulary(IEnumerable<TokenCount> tokens, bool growing, bool byteFallback)
    {
        if (byteFallback)
        {
            foreach (var token in ByteFallback.Tokens) Append(token, 0);
        }

        foreach (var (token, count) in tokens)
        {
            if (!_ids.ContainsKey(token) && !Specials.Contains(token)) Append(token, count);
        }

        IsGrowing = growing;
        SpellsUnknown = byteFallback;
    }

    /// <summary>True while unknown tokens are added by <see cref="Encode"/> instead of becoming
    /// <c>&lt;unk&gt;</c>.</summary>
    public bool IsGrowing { get; private set; }

    /// <summary>True if unknown tokens are spelled by their bytes (<see cref="ByteFallback"/>) instead of becoming
    /// <c>&lt;unk&gt;</c>.</summary>
    public bool SpellsUnknown { get; }

    /// <summary>How many tokens there are, the four special ones among them: the size of an embedding or of a
    /// softmax.</summary>
    public int Count => _tokens.Count;

    /// <summary>Every token by its id.</summary>
    public IReadOnlyList<string> Tokens => _tokens;

    /// <summary>The id of a token; <see cref="UnknownId"/> if the vocabulary lacks it.</summary>
    public long this[string token] => _ids.TryGetValue(token, out var id) ? id : UnknownId;

    /// <summary>The token of an id.</summary>
    public string this[long id] => id >= 0 && id < Count
        ? _tokens[(int)id]
        : throw new ArgumentOutOfRangeException(
            nameof(id), $"Vocabulary: id {id}; expected 0 to {Count - 1}. Was the id made with another vocabulary?");

    /// <summary>The tokens that occur often enough, the most frequent first.</summary>
    /// <param name="sentences">Tokens of the training sentences (never of the test sentences).</param>
    /// <param name="minimumCount">Rarer tokens are left out ("sparse" tokens).</param>
    /// <param name="maximumSize">The largest vocabulary, special tokens included.</param>
    /// <param name="markers">Tokens that come first whether they occur or not, such as a language tag.</param>
    /// <param name="byteFallback">Add the 256 byte tokens and spell the unknown by them. For characters and word
    /// pieces.</param>
    public static Vocabulary Build(
        IEnumerable<IReadOnlyList<string>> sentences,
        int minimumCount = 1,
        int maximumSize = int.MaxValue,
        IEnumerable<string>? markers = null,
        bool byteFallback = false)
    {
        var first = (markers ?? []).ToList();
        var reserved = SpecialCount + first.Count + (byteFallback ? ByteFallback.Tokens.Count : 0);
        if (maximumSize < reserved)
        {
            throw new ArgumentOutOfRangeException(nameof(maximumSize),
                $"Vocabulary.Build: maximumSize {maximumSize}; expected at least {reserved}, the special tokens alone.");
        }

        var counts = TokenCounts.Of(sentences);
        var ranked = counts.Ranked.Where(token => token.Count >= minimumCount && !first.Contains(token.Token)
            && !Specials.Contains(token.Token) && !(byteFallback && ByteFallback.IsByte(token.Token)));
        var kept = first.Select(token => new TokenCount(token, counts[token]))
            .Concat(ranked.Take(maximumSize - reserved));
        return new Vocabulary(kept, growing: false, byteFallback);
    }

    /// <summary>A fixed list of tokens, in this order behind the special ones.</summary>
    public static Vocabulary FromList(IEnumerable<string> tokens, bool byteFallback = false)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return new Vocabulary(tokens.Select(token => new TokenCount(token, 0)), growing: false, byteFallback);
    }

    /// <summary>Every piece of a byte-pair tokeniser, the byte tokens among them: nothing is unknown.</summary>
    public static Vocabulary Of(BpeTokeniser tokeniser)
    {
        ArgumentNullException.ThrowIfNull(tokeniser);
        return FromList(tokeniser.Pieces, byteFallback: true);
    }

    /// <summary>An empty vocabulary that takes in every token it meets, until <see cref="Freeze"/>.</summary>
    public static Vocabulary Growing() => new([], growing: true, byteFallback: false);

    /// <summary>No new tokens from here on.</summary>
    public void Freeze() => IsGrowing = false;

    /// <summary>True if the vocabulary holds the token.</summary>
    public bool Contains(string token) => _ids.ContainsKey(token);

    /// <summary>How often the token occurred when the vocabulary was built; 0 for a fixed list.</summary>
    public long CountOf(string token) => _ids.TryGetValue(token, out var id) ? _counts[id] : 0;

    /// <summary>The ids of tokens, framed by <c>&lt;bos&gt;</c> and <c>&lt;eos&gt;</c> where asked for.</summary>
    public long[] Encode(IEnumerable<string> tokens, bool start = false, bool end = false)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var ids = new List<long>();
        if (start) ids.Add(StartId);
        foreach (var token in tokens)
        {
            if (_ids.TryGetValue(token, out var id))
            {
                ids.Add(id);
                if (IsGrowing) _counts[id]++;
            }
            else if (IsGrowing && !Specials.Contains(token)) ids.Add(Append(token, 1));
            else if (SpellsUnknown) ids.AddRange(ByteFallback.Spell(token).Select(b => (long)_ids[b]));
            else ids.Add(UnknownId);
        }

        if (end) ids.Add(EndId);
        return [.. ids];
    }

    /// <summary>The tokens of ids, up to the first <c>&lt;eos&gt;</c>, without padding and marks. <c>&lt;unk&gt;</c>
    /// stays visible.</summary>
    public string[] Decode(IEnumerable<long> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return [.. ids.TakeWhile(id => id != EndId).Where(id => id is not (PadId or StartId)).Select(id => this[id])];
    }

    /// <summary>How much of these sentences the vocabulary holds.</summary>
    public CoverageReport Coverage(IEnumerable<IReadOnlyList<string>> sentences)
    {
        var counts = TokenCounts.Of(sentences);
        var missing = counts.Ranked.Where(token => !Contains(token.Token)).ToArray();
        return new CoverageReport(
            counts.Total, counts.Total - missing.Sum(token => token.Count), counts.Ranked.Count, missing);
    }

    /// <summary>Writes the vocabulary to a JSON file, in one atomic step.</summary>
    public void Save(string path) => JsonFile.Save(path, "seq2seq-vocabulary", json =>
    {
        json.WriteBoolean("growing", IsGrowing);
        json.WriteBoolean("byteFallback", SpellsUnknown);
        json.WriteStrings("tokens", _tokens.Skip(SpecialCount));
        json.WriteStartArray("counts");
        foreach (var count in _counts.Skip(SpecialCount)) json.WriteNumberValue(count);
        json.WriteEndArray();
    });

    /// <summary>Reads a vocabulary that <see cref="Save"/> wrote. Nothing in the file is executed.</summary>
    public static Vocabulary Load(string path) => JsonFile.Load(path, "seq2seq-vocabulary", json =>
    {
        var tokens = json.Strings("tokens");
        var counts = json.GetProperty("counts").EnumerateArray().Select(count => count.GetInt64()).ToArray();
        if (counts.Length != tokens.Length)
            throw new FormatException($"{tokens.Length} tokens but {counts.Length} counts.");
        if (tokens.Distinct().Count() != tokens.Length || tokens.Intersect(Specials).Any())
        {
            throw new FormatException("tokens holds one token twice, or a special one.");
        }

        var byteFallback = json.GetProperty("byteFallback").GetBoolean();
        if (byteFallback && !tokens.Take(256).SequenceEqual(ByteFallback.Tokens))
            throw new FormatException("the 256 byte tokens do not come first.");
        return new Vocabulary(
            tokens.Zip(counts, (token, count) => new TokenCount(token, count)),
            json.GetProperty("growing").GetBoolean(),
            byteFallback);
    });

    private int Append(string token, long count)
    {
        var id = _tokens.Count;
        _ids.Add(token, id);
        _tokens.Add(token);
        _counts.Add(count);
        return id;
    }
}
