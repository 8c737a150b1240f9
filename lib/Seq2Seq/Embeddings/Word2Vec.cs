using Seq2Seq.Text;

namespace Seq2Seq.Embeddings;

/// <summary>Learns vectors by telling true neighbours from drawn ones.</summary>
/// <remarks>
/// Mikolov et al. 2013. Skip-gram: −log σ(u_o·v_c) − Σ_k log σ(−u_k·v_c) for each neighbour o of a centre c and k tokens drawn with
/// p ∝ count^¾. CBOW: the same with the mean of the neighbours' vectors in place of v_c and the centre as what is told.
/// </remarks>
public sealed record Word2Vec
{
    /// <summary>Features of a vector.</summary>
    public int Size { get; init; } = 50;

    /// <summary>Neighbours to each side.</summary>
    public int Window { get; init; } = 3;

    /// <summary>Tokens drawn for each true one.</summary>
    public int Negatives { get; init; } = 5;

    /// <summary>Passes over the sentences.</summary>
    public int Epochs { get; init; } = 5;

    /// <summary>Learning rate of Adam.</summary>
    public double Rate { get; init; } = 0.005;

    /// <summary>Pairs in a batch.</summary>
    public int BatchSize { get; init; } = 512;

    /// <summary>Another seed, other vectors.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Called after each pass with its number, the first being 1, and the vectors so far.</summary>
    public Action<int, WordVectors>? OnEpoch { get; init; }

    /// <summary>Learns to tell the neighbours from the centre.</summary>
    public WordVectors SkipGram(IEnumerable<IReadOnlyList<string>> sentences, Vocabulary vocabulary) =>
        Learn(sentences, vocabulary, isSkipGram: true);

    /// <summary>Learns to tell the centre from its neighbours: faster, a little worse for rare words.</summary>
    public WordVectors Cbow(IEnumerable<IReadOnlyList<string>> sentences, Vocabulary vocabulary) =>
        Learn(sentences, vocabulary, isSkipGram: false);

    private WordVectors Learn(IEnumerable<IReadOnlyList<string>> sentences, Vocabulary vocabulary, bool isSkipGram)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var samples = Samples(sentences, vocabulary, isSkipGram);
        if (samples.Count == 0)
        {
            throw new ArgumentException("Word2Vec: no token has a neighbour; expected sentences of two known tokens or more.", nameof(sentences));
        }

        var random = new SeededRandom(Seed);
        var noise = Noise(samples, vocabulary.Count);
        manual_seed(Seed);
        var (inside, outside) = (
            nn.Embedding(vocabulary.Count, Size, padding_idx: Vocabulary.PadId), nn.Embedding(vocabulary.Count, Size));
        using (no_grad())
        {
            inside.weight.mul_(1 / Math.Sqrt(Size));
            outside.weight.zero_();
        }

        using var optimizer = optim.Adam(inside.parameters().Concat(outside.parameters()), Rate);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(samples);
            foreach (var batch in samples.Chunk(BatchSize))
            {
                using var scope = NewDisposeScope();
                var width = batch.Max(sample => sample.Given.Length);
                var given = new long[batch.Length, width];
                var asked = new long[batch.Length, 1 + Negatives];
                var wanted = new float[batch.Length, 1 + Negatives];
                for (var b = 0; b < batch.Length; b++)
                {
                    for (var i = 0; i < batch[b].Given.Length; i++) given[b, i] = batch[b].Given[i];
                    asked[b, 0] = batch[b].Wanted;
                    wanted[b, 0] = 1;
                    for (var k = 1; k <= Negatives; k++) asked[b, k] = Draw(noise, random);
                }

                // The padding's vector is zero and stays so: the sum over the real ones divided by their number.
                var ids = tensor(given);
                var number = ids.ne(Vocabulary.PadId).to_type(ScalarType.Float32).sum(dim: 1, keepdim: true);
                var vector = inside.call(ids).sum(dim: 1) / number;
                var scores = outside.call(tensor(asked)).matmul(vector.unsqueeze(2)).squeeze(2);
                var loss = nn.functional.binary_cross_entropy_with_logits(scores, tensor(wanted), reduction: nn.Reduction.Sum)
                    / (double)batch.Length;
                optimizer.zero_grad();
                loss.backward();
                optimizer.step();
            }

            OnEpoch?.Invoke(epoch + 1, new WordVectors(vocabulary, inside.weight));
        }

        return new WordVectors(vocabulary, inside.weight);
    }

    private List<Sample> Samples(IEnumerable<IReadOnlyList<string>> sentences, Vocabulary vocabulary, bool isSkipGram)
    {
        var samples = new List<Sample>();
        foreach (var sentence in sentences)
        {
            long[] ids = [.. vocabulary.Encode(sentence).Where(id => id >= Vocabulary.SpecialCount)];
            for (var i = 0; i < ids.Length; i++)
            {
                long[] near =
                [
                    .. Enumerable.Range(Math.Max(0, i - Window), Math.Min(ids.Length, i + Window + 1) - Math.Max(0, i - Window))
                        .Where(j => j != i).Select(j => ids[j]),
                ];
                if (near.Length == 0) continue;
                if (isSkipGram) samples.AddRange(near.Select(other => new Sample([ids[i]], other)));
                else samples.Add(new Sample(near, ids[i]));
            }
        }

        return samples;
    }

    // Running sums of count^¾; √√ three times multiplied gives the power from exactly rounded operations only.
    private static double[] Noise(List<Sample> samples, int vocabulary)
    {
        var counts = new long[vocabulary];
        foreach (var sample in samples) counts[sample.Wanted]++;
        var sums = new double[vocabulary];
        var sum = 0.0;
        for (var id = 0; id < vocabulary; id++)
        {
            var root = Math.Sqrt(Math.Sqrt(counts[id]));
            sums[id] = sum += root * root * root;
        }

        return sums;
    }

    private static long Draw(double[] sums, SeededRandom random)
    {
        var place = Array.BinarySearch(sums, random.NextDouble() * sums[^1]);
        var id = place < 0 ? ~place : place + 1;
        while (id < sums.Length - 1 && sums[id] == (id == 0 ? 0 : sums[id - 1])) id++;
        return Math.Min(id, sums.Length - 1);
    }

    private sealed record Sample(long[] Given, long Wanted);
}
