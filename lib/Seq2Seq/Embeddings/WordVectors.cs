using Seq2Seq.Text;

namespace Seq2Seq.Embeddings;

/// <summary>One vector per token of a vocabulary, with the questions one asks of them.</summary>
public sealed class WordVectors
{
    private readonly double[] _values;
    private readonly double[] _lengths;

    /// <summary>Vectors (V, D) for a vocabulary of V tokens.</summary>
    public WordVectors(Vocabulary vocabulary, Tensor vectors)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(vectors);
        if (vectors.dim() != 2 || vectors.size(0) != vocabulary.Count)
        {
            throw new ArgumentException(
                $"WordVectors: got vectors of shape ({string.Join(", ", vectors.shape)}) for {vocabulary.Count} tokens; expected one row per token.",
                nameof(vectors));
        }

        (Vocabulary, Size) = (vocabulary, (int)vectors.size(1));
        _values = vectors.detach().to_type(ScalarType.Float64).contiguous().data<double>().ToArray();
        _lengths = [.. Enumerable.Range(0, vocabulary.Count).Select(i => Math.Sqrt(Dot(Row(i), Row(i))))];
    }

    /// <summary>The tokens.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>Features of a vector: D.</summary>
    public int Size { get; }

    /// <summary>The vector of a token.</summary>
    public double[] this[string token] => Row(IdOf(token)).ToArray();

    /// <summary>The cosine of two tokens' vectors, −1 to 1.</summary>
    public double Similarity(string first, string second) => Cosine(this[first], IdOf(second));

    /// <summary>The tokens nearest to one, by cosine.</summary>
    public IReadOnlyList<Neighbour> Nearest(string token, int count = 10) => Nearest(this[token], count, [token]);

    /// <summary>a is to b as c is to ...: the tokens nearest to b − a + c, with the vectors brought to length 1 first (Levy and Goldberg 2014).</summary>
    public IReadOnlyList<Neighbour> Analogy(string a, string b, string c, int count = 5)
    {
        var query = new double[Size];
        foreach (var (token, sign) in new[] { (a, -1.0), (b, 1.0), (c, 1.0) })
        {
            var id = IdOf(token);
            var row = Row(id);
            for (var i = 0; i < Size; i++) query[i] += sign * row[i] / Math.Max(_lengths[id], 1e-12);
        }

        return Nearest(query, count, [a, b, c]);
    }

    /// <summary>The tokens nearest to any vector, by cosine; the special tokens and those named are left out.</summary>
    public IReadOnlyList<Neighbour> Nearest(IReadOnlyList<double> vector, int count, IReadOnlyCollection<string>? without = null) =>
    [
        .. Enumerable.Range(Vocabulary.SpecialCount, Vocabulary.Count - Vocabulary.SpecialCount)
            .Where(id => without is null || !without.Contains(Vocabulary[id]))
            .Select(id => new Neighbour(Vocabulary[id], Cosine(vector, id)))
            .OrderByDescending(neighbour => neighbour.Similarity).ThenBy(neighbour => neighbour.Token, StringComparer.Ordinal)
            .Take(count),
    ];

    /// <summary>The vectors of some tokens on their principal axes, for drawing.</summary>
    public PrincipalAxes Project(IReadOnlyList<string> tokens, int axes = 2) =>
        PrincipalAxes.Of([.. tokens.Select(token => this[token])], axes);

    /// <summary>The vectors as the table (V, D) of an embedding of another vocabulary: rows of unknown tokens stay as they are.</summary>
    /// <returns>How many rows were set.</returns>
    public int CopyTo(Embedding embedding, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(embedding);
        ArgumentNullException.ThrowIfNull(vocabulary);
        if (embedding.weight.size(0) != vocabulary.Count || embedding.weight.size(1) != Size)
        {
            throw new ArgumentException(
                $"WordVectors.CopyTo: got an embedding of ({string.Join(", ", embedding.weight.shape)}); expected ({vocabulary.Count}, {Size}).",
                nameof(embedding));
        }

        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var set = 0;
        for (var id = Vocabulary.SpecialCount; id < vocabulary.Count; id++)
        {
            if (!Vocabulary.Contains(vocabulary[id])) continue;
            embedding.weight.select(0, id).copy_(tensor(this[vocabulary[id]]).to_type(embedding.weight.dtype));
            set++;
        }

        return set;
    }

    private int IdOf(string token) => Vocabulary.Contains(token)
        ? (int)Vocabulary[token]
        : throw new ArgumentException($"WordVectors: '{token}' is not in the vocabulary of {Vocabulary.Count} tokens; ask Vocabulary.Contains first.");

    private ReadOnlySpan<double> Row(int id) => _values.AsSpan(id * Size, Size);

    private double Cosine(IReadOnlyList<double> vector, int id)
    {
        double[] query = [.. vector];
        return Dot(query, Row(id)) / Math.Max(Math.Sqrt(Dot(query, query)) * _lengths[id], 1e-12);
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}

/// <summary>A token near to a query.</summary>
public sealed record Neighbour(string Token, double Similarity);
