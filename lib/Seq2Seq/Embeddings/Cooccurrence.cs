using Seq2Seq.Text;

namespace Seq2Seq.Embeddings;

/// <summary>How often tokens stand near each other.</summary>
/// <param name="Vocabulary">The tokens.</param>
/// <param name="Counts">(V, V), symmetric; near neighbours count more if weighted by distance.</param>
public sealed record Cooccurrence(Vocabulary Vocabulary, double[,] Counts)
{
    /// <summary>Counts pairs up to <paramref name="window"/> apart; weighted, a pair d apart counts 1/d (Pennington et al. 2014).</summary>
    public static Cooccurrence Of(
        IEnumerable<IReadOnlyList<string>> sentences, Vocabulary vocabulary, int window = 4, bool weighted = true)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var counts = new double[vocabulary.Count, vocabulary.Count];
        foreach (var sentence in sentences)
        {
            var ids = vocabulary.Encode(sentence);
            for (var i = 0; i < ids.Length; i++)
            {
                for (var j = i + 1; j < ids.Length && j - i <= window; j++)
                {
                    if (ids[i] < Vocabulary.SpecialCount || ids[j] < Vocabulary.SpecialCount) continue;
                    var amount = weighted ? 1.0 / (j - i) : 1;
                    counts[ids[i], ids[j]] += amount;
                    counts[ids[j], ids[i]] += amount;
                }
            }
        }

        return new Cooccurrence(vocabulary, counts);
    }

    /// <summary>
    /// Positive pointwise mutual information, max(0, log p(a, b) / (p(a) p(b))), cut down to <paramref name="size"/> features by a singular
    /// value decomposition (Levy and Goldberg 2014): rows U √Σ.
    /// </summary>
    public WordVectors Decompose(int size = 50, int iterations = 20, long seed = 1)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var counts = tensor(Counts);
        var sums = counts.sum(dim: 1, keepdim: true).clamp_min(1e-12);
        // Where nothing was counted the logarithm is of 1: no information.
        var ratio = counts * counts.sum() / (sums * sums.t());
        var information = where(counts.gt(0), ratio, ones_like(ratio)).log().clamp_min(0);
        var random = new SeededRandom(seed);
        var start = new double[Vocabulary.Count * size];
        for (var i = 0; i < start.Length; i++) start[i] = random.NextDouble() - 0.5;

        // Subspace iteration on a symmetric matrix: its dominant eigenvectors are its singular vectors.
        var basis = Orthonormal(tensor(start).view(Vocabulary.Count, size));
        for (var i = 0; i < iterations; i++) basis = Orthonormal(information.matmul(information.matmul(basis)));
        var lengths = information.matmul(basis).square().sum(dim: 0, keepdim: true).sqrt();
        return new WordVectors(Vocabulary, basis * lengths.sqrt());
    }

    // Gram and Schmidt, column by column, twice for accuracy.
    private static Tensor Orthonormal(Tensor columns)
    {
        var done = new List<Tensor>();
        foreach (var column in columns.unbind(1))
        {
            var rest = column;
            for (var pass = 0; pass < 2 && done.Count > 0; pass++)
            {
                var basis = stack(done, dim: 1);
                rest = rest - basis.matmul(basis.t().matmul(rest.unsqueeze(1))).squeeze(1);
            }

            done.Add(rest / rest.square().sum().sqrt().clamp_min(1e-12));
        }

        return stack(done, dim: 1);
    }

    /// <summary>Vectors whose products are the logarithms of the counts (Pennington et al. 2014, eq. 8).</summary>
    /// <remarks>
    /// J = Σ f(X_ij) (w_i·w~_j + b_i + b~_j − log X_ij)², f(x) = min(1, (x / x_max)^¾). The result is w + w~.
    /// </remarks>
    /// <param name="size">Features of a vector.</param>
    /// <param name="epochs">Passes over the counts.</param>
    /// <param name="rate">Learning rate of Adagrad.</param>
    /// <param name="maximum">The count from which on a pair has its full weight: x_max.</param>
    /// <param name="seed">Another seed, other vectors.</param>
    /// <param name="onEpoch">Called after each pass with its number, the first being 1, and the vectors so far.</param>
    public WordVectors GloVe(
        int size = 50, int epochs = 50, double rate = 0.05, double maximum = 20, long seed = 1, Action<int, WordVectors>? onEpoch = null)
    {
        var pairs = new List<(long I, long J, double Count)>();
        for (var i = 0; i < Vocabulary.Count; i++)
        {
            for (var j = 0; j < Vocabulary.Count; j++)
            {
                if (Counts[i, j] > 0) pairs.Add((i, j, Counts[i, j]));
            }
        }

        manual_seed(seed);
        var random = new SeededRandom(seed);
        var (words, contexts) = (nn.Embedding(Vocabulary.Count, size), nn.Embedding(Vocabulary.Count, size));
        var (wordBias, contextBias) = (nn.Embedding(Vocabulary.Count, 1), nn.Embedding(Vocabulary.Count, 1));
        var tables = new[] { words, contexts, wordBias, contextBias };
        foreach (var table in tables) nn.init.uniform_(table.weight, -0.5 / size, 0.5 / size);
        using var optimizer = optim.Adagrad(tables.SelectMany(table => table.parameters()), rate);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(pairs);
            foreach (var batch in pairs.Chunk(1024))
            {
                using var scope = NewDisposeScope();
                var (i, j) = (tensor(batch.Select(p => p.I).ToArray()), tensor(batch.Select(p => p.J).ToArray()));
                var counts = tensor(batch.Select(p => (float)p.Count).ToArray());
                var weight = (counts / maximum).clamp_max(1).pow(0.75);
                var product = (words.call(i) * contexts.call(j)).sum(dim: 1)
                    + wordBias.call(i).squeeze(1) + contextBias.call(j).squeeze(1);
                var loss = (weight * (product - counts.log()).square()).sum();
                optimizer.zero_grad();
                loss.backward();
                optimizer.step();
            }

            onEpoch?.Invoke(epoch + 1, Both());
        }

        return Both();

        WordVectors Both()
        {
            using var noGradient = no_grad();
            return new WordVectors(Vocabulary, words.weight + contexts.weight);
        }
    }
}
