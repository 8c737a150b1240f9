using System.Text.Json;
using Seq2Seq.Metrics;

namespace Seq2Seq.Tests.Metrics;

/// <summary>Against nltk and the plain Python of Fixtures/generate.py. The tolerance is the issue's; both sides are float64.</summary>
public sealed class CorpusMetricTests
{
    private const double Tolerance = 1e-6;

    public static TheoryData<string> Corpora => ["English, one reference", "English, three references", "Chinese", "short"];

    [Theory]
    [MemberData(nameof(Corpora))]
    public void BLEU_agrees_in_every_tokenisation_and_smoothing(string name)
    {
        var corpus = MetricFixture.Corpus(name);
        var (hypotheses, references) = (corpus.Hypotheses(), corpus.References());
        foreach (var expected in corpus.GetProperty("bleu").EnumerateArray())
        {
            var bleu = new Bleu
            {
                Tokenisation = Tokenisation(expected.GetProperty("tok").GetString()!),
                Smoothing = Smoothing(expected),
                SmoothingValue = Value(expected),
            };

            Assert.Equal(expected.Number("score"), bleu.Corpus(hypotheses, references).Value, Tolerance);
        }
    }

    [Theory]
    [InlineData("English, one reference")]
    [InlineData("English, three references")]
    public void Corpus_BLEU_agrees_with_nltk(string name)
    {
        var corpus = MetricFixture.Corpus(name);

        // nltk counts one 4-gram in a sentence too short for any.
        var pairs = corpus.Hypotheses().Zip(corpus.References()).Where(pair => pair.First.Split(' ').Length > 3).ToArray();
        var bleu = new Bleu { Tokenisation = BleuTokenisation.None, Smoothing = BleuSmoothing.None };

        var score = bleu.Corpus([.. pairs.Select(pair => pair.First)], [.. pairs.Select(pair => pair.Second)]);

        Assert.Equal(corpus.Number("nltkBleu"), score.Value, Tolerance);
    }

    [Theory]
    [MemberData(nameof(Corpora))]
    public void Sentence_BLEU_agrees_with_effective_order(string name)
    {
        var corpus = MetricFixture.Corpus(name);
        var (hypotheses, references) = (corpus.Hypotheses(), corpus.References());
        foreach (var expected in corpus.GetProperty("sentenceBleu").EnumerateArray())
        {
            var bleu = new Bleu
            {
                Tokenisation = Tokenisation(corpus.GetProperty("tok").GetString()!),
                Smoothing = Smoothing(expected),
                SmoothingValue = Value(expected),
            };

            var scores = expected.GetProperty("scores").Numbers();

            for (var i = 0; i < scores.Length; i++) Assert.Equal(scores[i], bleu.Sentence(hypotheses[i], references[i]).Value, Tolerance);
        }
    }

    [Theory]
    [InlineData("English, one reference")]
    [InlineData("English, three references")]
    public void Sentence_BLEU_agrees_with_nltk(string name)
    {
        var corpus = MetricFixture.Corpus(name);
        var (hypotheses, references) = (corpus.Hypotheses(), corpus.References());
        var bleu = new Bleu { Tokenisation = BleuTokenisation.None, Smoothing = BleuSmoothing.Floor };

        // null where nltk has no effective order: sentences of fewer than four words.
        var expected = corpus.GetProperty("nltkFloor").EnumerateArray().Select((score, i) => (score, i)).Where(pair => pair.score.ValueKind == JsonValueKind.Number).ToArray();

        Assert.True(expected.Length > 10);
        Assert.All(expected, pair => Assert.Equal(pair.score.GetDouble(), bleu.Sentence(hypotheses[pair.i], references[pair.i]).Value, Tolerance));
    }

    [Theory]
    [MemberData(nameof(Corpora))]
    public void The_others_agree(string name)
    {
        var corpus = MetricFixture.Corpus(name);
        var (hypotheses, references) = (corpus.Hypotheses(), corpus.References());
        string[] first = [.. references.Select(list => list[0])];

        Assert.Equal(corpus.Number("chrf"), new Chrf().Corpus(hypotheses, references).Value, Tolerance);
        Assert.Equal(corpus.Number("chrfpp"), Chrf.PlusPlus.Corpus(hypotheses, references).Value, Tolerance);
        Assert.Equal(corpus.Number("ter"), new Ter().Corpus(hypotheses, references).Value, Tolerance);
        Assert.Equal(corpus.Number("werFirst"), ErrorRate.Words.Corpus(hypotheses, first).Value, Tolerance);
        Assert.Equal(corpus.Number("cerFirst"), ErrorRate.Characters.Corpus(hypotheses, first).Value, Tolerance);
        foreach (var (rouge, key) in ((Rouge, string)[])[(Rouge.One, "rouge1"), (Rouge.Two, "rouge2"), (Rouge.L, "rougeL")])
        {
            var expected = corpus.GetProperty(key).Numbers();
            var score = rouge.Corpus(hypotheses, references);
            Assert.Equal(expected[0], score.Precision, Tolerance);
            Assert.Equal(expected[1], score.Recall, Tolerance);
            Assert.Equal(expected[2], score.F1, Tolerance);
        }
    }

    [Fact]
    public void TER_of_long_sentences_keeps_near_the_diagonal()
    {
        foreach (var pair in MetricFixture.Root.GetProperty("far").EnumerateArray())
        {
            var score = new Ter().Sentence(pair.GetProperty("hypothesis").GetString()!, pair.GetProperty("reference").GetString()!);

            Assert.Equal(pair.Number("ter"), score.Value, Tolerance);
        }
    }

    [Fact]
    public void A_sentence_counts_no_ngrams_of_an_order_its_reference_lacks()
    {
        // sacreBLEU 2: "ab" has no trigram, so those of "abcd" are not counted; 1-grams 2 + 6 of 4 + 6, 2-grams 1 + 5 of 3 + 5.
        var statistics = new Chrf().Statistics("abcd", "ab").Zip(new Chrf().Statistics("abcdef", "abcdef"), (a, b) => a + b).ToArray();

        Assert.Equal([10, 8, 8, 8, 6, 6, 4, 4, 4, 3, 3, 3, 2, 2, 2, 1, 1, 1], statistics);
        var (precision, recall) = ((0.8 + 0.75 + 4) / 6, 1.0);
        Assert.Equal(100 * 5 * precision * recall / (4 * precision + recall), new Chrf().Score(statistics), 1e-9);
    }

    [Fact]
    public void An_empty_reference_beside_others_is_none_and_a_varying_number_is_signed()
    {
        // sacreBLEU: "a particular reference segment can be '' to allow the use of a variable number of references per segment".
        IReadOnlyList<string>[] padded = [["a b c d e", ""], ["a b c d", "a b d c"]];
        IReadOnlyList<string>[] plain = [["a b c d e"], ["a b c d", "a b d c"]];
        string[] hypotheses = ["a", "a b c d"];

        foreach (var metric in (Metric<MetricScore>[])[new Chrf(), new Ter()])
            Assert.Equal(metric.Corpus(hypotheses, plain), metric.Corpus(hypotheses, padded));
        var bleu = new Bleu().Corpus(hypotheses, padded);
        Assert.Equal(new Bleu().Corpus(hypotheses, plain).Value, bleu.Value);
        Assert.Equal(9, bleu.ReferenceLength);
        Assert.Equal("nrefs:var|case:mixed|eff:no|tok:13a|smooth:exp|version:seq2seq-0.1.0", bleu.Signature);
        Assert.Equal("nrefs:var|case:lc|tok:tercom|norm:no|punct:yes|asian:no|version:seq2seq-0.1.0", new Ter().Corpus(hypotheses, padded).Signature);

        // An only reference may be empty: a question without an answer.
        Assert.Equal(1, new ExactMatch().Sentence("", "").Value);
        Assert.Equal(100, new Ter().Sentence("a b", "").Value);
        Assert.Equal(0, new Bleu().Sentence("a b", "").Value);
    }

    [Fact]
    public void Unequal_or_empty_lists_are_refused()
    {
        Assert.Equal(
            "BLEU: 1 hypotheses and 2 references; expected one reference (or list of references) for each.",
            Assert.Throws<ArgumentException>(() => new Bleu().Corpus(["a"], ["b", "c"])).Message);
        Assert.Equal(
            "chrF2: no sentences; expected at least one hypothesis with its reference.",
            Assert.Throws<ArgumentException>(() => new Chrf().Corpus([], Array.Empty<string>())).Message);
        Assert.Equal(
            "TER: sentence 0 has no reference; expected at least one.",
            Assert.Throws<ArgumentException>(() => new Ter().Sentence("a")).Message);
    }

    private static BleuTokenisation Tokenisation(string name) => name switch
    {
        "13a" => BleuTokenisation.ThirteenA,
        "zh" => BleuTokenisation.Chinese,
        "char" => BleuTokenisation.Character,
        _ => BleuTokenisation.None,
    };

    private static BleuSmoothing Smoothing(JsonElement expected) => expected.GetProperty("smooth").GetString() switch
    {
        "exp" => BleuSmoothing.Exponential,
        "floor" => BleuSmoothing.Floor,
        "add-k" => BleuSmoothing.AddK,
        _ => BleuSmoothing.None,
    };

    private static double? Value(JsonElement expected) =>
        expected.GetProperty("value").ValueKind == JsonValueKind.Number ? expected.Number("value") : null;
}
