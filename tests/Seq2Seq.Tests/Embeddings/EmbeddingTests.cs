using Seq2Seq.Embeddings;
using Seq2Seq.Text;

namespace Seq2Seq.Tests.Embeddings;

public sealed class EmbeddingTests
{
    // Two kinds of words that share their company within the kind and not across.
    private static readonly string[][] s_sentences = Sentences();
    private static readonly Vocabulary s_vocabulary = Vocabulary.Build(s_sentences);

    public static TheoryData<string> Kinds => ["svd", "skip-gram", "cbow", "glove"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Words_with_the_same_company_are_near(string kind)
    {
        var word2vec = new Word2Vec { Size = 8, Window = 1, Epochs = 12, Rate = 0.02, BatchSize = 32 };
        var counts = Cooccurrence.Of(s_sentences, s_vocabulary, window: 1);
        var vectors = kind switch
        {
            "svd" => counts.Decompose(4),
            "skip-gram" => word2vec.SkipGram(s_sentences, s_vocabulary),
            "cbow" => word2vec.Cbow(s_sentences, s_vocabulary),
            _ => counts.GloVe(8, epochs: 40),
        };

        Assert.True(vectors.Similarity("cat", "dog") > vectors.Similarity("cat", "tea") + 0.3,
            $"{kind}: {vectors.Similarity("cat", "dog")} against {vectors.Similarity("cat", "tea")}");
        Assert.Contains(vectors.Nearest("milk", 2), neighbour => neighbour.Token is "tea" or "juice");
    }

    [Theory]
    [InlineData("skip-gram")]
    [InlineData("cbow")]
    [InlineData("glove")]
    public void Each_pass_is_told_and_looking_changes_nothing(string kind)
    {
        var seen = new List<(int Epoch, double Feature)>();
        WordVectors Learn(Action<int, WordVectors>? onEpoch)
        {
            var word2vec = new Word2Vec { Size = 4, Epochs = 3, OnEpoch = onEpoch };
            return kind switch
            {
                "skip-gram" => word2vec.SkipGram(s_sentences, s_vocabulary),
                "cbow" => word2vec.Cbow(s_sentences, s_vocabulary),
                _ => Cooccurrence.Of(s_sentences, s_vocabulary).GloVe(4, epochs: 3, onEpoch: onEpoch),
            };
        }

        var told = Learn((epoch, vectors) => seen.Add((epoch, vectors["cat"][0])));

        Assert.Equal([1, 2, 3], seen.Select(s => s.Epoch));
        Assert.Equal(3, seen.Select(s => s.Feature).Distinct().Count());
        Assert.Equal(told["cat"][0], seen[^1].Feature);
        Assert.Equal(Learn(null)["cat"], told["cat"]);
    }

    [Fact]
    public void Neighbours_are_counted_by_hand()
    {
        var vocabulary = Vocabulary.FromList(["a", "b", "c"]);

        var counts = Cooccurrence.Of([["a", "b", "a", "c"]], vocabulary, window: 2).Counts;

        // a-b next to each other twice; a-c once next, b-c two apart, a-a two apart (both ways round).
        var (a, b, c) = ((int)vocabulary["a"], (int)vocabulary["b"], (int)vocabulary["c"]);
        Assert.Equal((2.0, 1.0, 0.5, 1.0), (counts[a, b], counts[a, c], counts[b, c], counts[a, a]));
        Assert.Equal(counts[a, b], counts[b, a]);
    }

    [Fact]
    public void Decomposed_vectors_multiply_to_the_size_of_the_information()
    {
        // With all features kept, U√Σ (U√Σ)ᵀ = |M|, whose square is M², M being the PPMI matrix counted by hand.
        var vocabulary = Vocabulary.FromList(["a", "b", "c", "d"]);
        var counts = new Cooccurrence(vocabulary, new double[8, 8]);
        double[,] near = { { 3, 1, 0, 2 }, { 1, 0, 4, 0 }, { 0, 4, 1, 1 }, { 2, 0, 1, 5 } };
        var information = new double[4, 4];
        for (var i = 0; i < 4; i++)
        {
            for (var j = 0; j < 4; j++)
            {
                counts.Counts[i + 4, j + 4] = near[i, j];
                var (total, row, column) = (25.0, Sum(i), Sum(j));
                if (near[i, j] > 0) information[i, j] = Math.Max(0, Math.Log(near[i, j] / total / (row / total * (column / total))));
            }
        }

        var vectors = counts.Decompose(4, iterations: 500);

        var rows = new[] { "a", "b", "c", "d" }.Select(token => vectors[token]).ToArray();
        var product = Square((i, j) => rows[i].Zip(rows[j], (x, y) => (double)x * y).Sum());
        var expected = Square((i, j) => information[i, j]);
        for (var i = 0; i < 4; i++)
        {
            for (var j = 0; j < 4; j++) Assert.Equal(expected[i, j], product[i, j], 1e-5);
        }

        double Sum(int i) => Enumerable.Range(0, 4).Sum(j => near[i, j]);

        double[,] Square(Func<int, int, double> m)
        {
            var square = new double[4, 4];
            for (var i = 0; i < 4; i++)
            {
                for (var j = 0; j < 4; j++) square[i, j] = Enumerable.Range(0, 4).Sum(k => m(i, k) * m(k, j));
            }

            return square;
        }
    }

    [Fact]
    public void An_analogy_adds_the_difference()
    {
        var vocabulary = Vocabulary.FromList(["man", "woman", "king", "queen", "apple"]);
        var vectors = new WordVectors(vocabulary, tensor(new[,]
        {
            { 0.0, 0, 0 }, { 0, 0, 0 }, { 0, 0, 0 }, { 0, 0, 0 }, { 1, 0, 0 }, { 1, 1, 0 }, { 1, 0, 1 }, { 1, 1, 1 }, { -1, -1, 0 },
        }));

        Assert.Equal("queen", vectors.Analogy("man", "woman", "king", 1)[0].Token);
    }

    [Fact]
    public void Points_on_a_line_have_one_axis()
    {
        double[][] points = [[0, 0], [1, 2], [2, 4], [3, 6]];

        var axes = PrincipalAxes.Of(points, 2);

        Assert.Equal(1, axes.Explained[0], 1e-12);
        Assert.Equal(1 / Math.Sqrt(5), axes.Axes[0][0], 1e-12);
        Assert.Equal(2 / Math.Sqrt(5), axes.Axes[0][1], 1e-12);
        Assert.Equal(-1.5 * Math.Sqrt(5), axes.Points[0][0], 1e-12);
    }

    [Fact]
    public void A_model_can_start_from_vectors()
    {
        var vectors = Cooccurrence.Of(s_sentences, s_vocabulary).Decompose(3);
        var other = Vocabulary.FromList(["dog", "unheard"]);
        var embedding = nn.Embedding(other.Count, 3);

        Assert.Equal(1, vectors.CopyTo(embedding, other));
        Assert.Equal(vectors["dog"][1], embedding.weight[other["dog"], 1].ToDouble(), 1e-6);
    }

    private static string[][] Sentences()
    {
        var random = new SeededRandom(1);
        string[] animals = ["cat", "dog", "cow"], drinks = ["tea", "milk", "juice"];
        return
        [
            .. Enumerable.Range(0, 300).Select(i => i % 2 == 0
                ? new[] { "the", random.Pick(animals), random.Pick(["runs", "sleeps", "eats"]) }
                : ["some", random.Pick(drinks), random.Pick(["spills", "cools", "tastes"])]),
        ];
    }
}
