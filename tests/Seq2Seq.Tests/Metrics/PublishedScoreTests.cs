using System.Globalization;
using Seq2Seq.Metrics;

namespace Seq2Seq.Tests.Metrics;

/// <summary>Numbers that sacreBLEU's own README and test suite state for these inputs (version 2), and worked examples of the papers.</summary>
public sealed class PublishedScoreTests
{
    private static readonly string[] Dogs = ["The dog bit the man.", "It wasn't surprising.", "The man had just bitten him."];

    private static readonly IReadOnlyList<string>[] DogReferences =
    [
        ["The dog bit the man.", "The dog had bit the man."],
        ["It was not unexpected.", "No one was surprised."],
        ["The man bit him first.", "The man had bitten the dog."],
    ];

    [Theory]
    [InlineData(BleuTokenisation.ThirteenA, BleuSmoothing.Exponential, 48.530827)]
    [InlineData(BleuTokenisation.ThirteenA, BleuSmoothing.None, 48.530827)]
    [InlineData(BleuTokenisation.None, BleuSmoothing.Exponential, 49.1919566)]
    public void Corpus_BLEU_of_the_README(BleuTokenisation tokenisation, BleuSmoothing smoothing, double expected)
    {
        var score = new Bleu { Tokenisation = tokenisation, Smoothing = smoothing }.Corpus(Dogs, DogReferences);

        // Stated with six decimals.
        Assert.Equal(expected, score.Value, 1e-6);
    }

    [Fact]
    public void The_score_prints_as_in_the_README_and_signs_its_settings()
    {
        var score = new Bleu().Corpus(Dogs, DogReferences);

        Assert.Equal("BLEU = 48.53 82.4/50.0/45.5/37.5 (BP = 0.943 ratio = 0.944 hyp_len = 17 ref_len = 18)", score.ToString());
        Assert.Equal("nrefs:2|case:mixed|eff:no|tok:13a|smooth:exp|version:seq2seq-0.1.0", score.Signature);
        Assert.Equal(
            "nrefs:1|case:lc|eff:yes|tok:zh|smooth:floor[0.10]|version:seq2seq-0.1.0",
            new Bleu { Tokenisation = BleuTokenisation.Chinese, Smoothing = BleuSmoothing.Floor, Lowercase = true, EffectiveOrder = true }.Signature());
    }

    [Fact]
    public void Empty_translations_count_and_score_nothing()
    {
        Assert.Equal(0, new Bleu().Corpus(["", "", ""], DogReferences).Value);
    }

    [Theory]
    [InlineData(BleuSmoothing.Exponential, null, BleuTokenisation.ThirteenA, false, 8.493)]
    [InlineData(BleuSmoothing.None, null, BleuTokenisation.ThirteenA, false, 0)]
    [InlineData(BleuSmoothing.Floor, null, BleuTokenisation.ThirteenA, false, 4.51688)]
    [InlineData(BleuSmoothing.Floor, 0.5, BleuTokenisation.ThirteenA, false, 10.10)]
    [InlineData(BleuSmoothing.AddK, null, BleuTokenisation.ThirteenA, false, 14.882)]
    [InlineData(BleuSmoothing.AddK, 2.0, BleuTokenisation.ThirteenA, false, 21.389)]
    [InlineData(BleuSmoothing.Exponential, null, BleuTokenisation.None, false, 7.347)]
    [InlineData(BleuSmoothing.Exponential, null, BleuTokenisation.Character, false, 40.8759)]
    [InlineData(BleuSmoothing.Exponential, null, BleuTokenisation.Character, true, 42.0267)]
    public void Sentence_BLEU_of_the_test_suite(BleuSmoothing smoothing, double? value, BleuTokenisation tokenisation, bool lowercase, double expected)
    {
        const string Hypothesis = "Producția de zahăr primă va fi exprimată în ceea ce privește zahărul alb;";
        const string Reference = "producţia de zahăr brut se exprimă în zahăr alb;";
        var bleu = new Bleu { Smoothing = smoothing, SmoothingValue = value, Tokenisation = tokenisation, Lowercase = lowercase };

        // Stated to 1e-3.
        Assert.Equal(expected, bleu.Sentence(Hypothesis, Reference).Value, 1e-3);
    }

    [Fact]
    public void The_clipping_example_of_the_BLEU_paper()
    {
        // Papineni et al. 2002, example 2: seven times "the"; at most two of them stand in one reference.
        var statistics = new Bleu { Lowercase = true, Tokenisation = BleuTokenisation.None }
            .Statistics("the the the the the the the", "The cat is on the mat", "There is a cat on the mat");

        Assert.Equal((2.0, 7.0, 7.0), (statistics[2], statistics[6], statistics[1]));
    }

    [Theory]
    [InlineData("a", "a", 100)]
    [InlineData("", "reference", 0)]
    [InlineData("a b c", "a b c", 100)]
    [InlineData("a b c", "abc", 100)]
    [InlineData("", "c", 0)]
    [InlineData("aa", "ab", 25)]
    public void ChrF_of_the_test_suite(string hypothesis, string reference, double expected)
    {
        Assert.Equal(expected, new Chrf { Beta = 3 }.Sentence(hypothesis, reference).Value, 1e-6);
    }

    [Fact]
    public void ChrF_with_spaces_of_the_test_suite()
    {
        const string Hypothesis = "risk assessment must be made of those who are qualified and expertise in the sector - these are the scientists .";
        const string Reference = "risk assessment has to be undertaken by those who are qualified and expert in that area - that is the scientists .";

        Assert.Equal(65.2414427, new Chrf { Beta = 3, KeepSpaces = true }.Sentence(Hypothesis, Reference).Value, 1e-6);
        Assert.Equal(63.361730, new Chrf { Beta = 3 }.Sentence(Hypothesis, Reference).Value, 1e-6);
    }

    [Theory]
    [InlineData("aaaa bbbb cccc dddd", "aaaa bbbb cccc dddd", 0)]
    [InlineData("dddd eeee ffff", "aaaa bbbb cccc", 100)]
    [InlineData("", "a", 100)]
    [InlineData("d e f g h a b c", "a b c d e f g h", 12.5)]
    public void TER_of_the_test_suite(string hypothesis, string reference, double expected)
    {
        Assert.Equal(expected, new Ter().Sentence(hypothesis, reference).Value, 1e-9);
    }

    [Fact]
    public void TER_of_five_WMT_sentences_of_the_test_suite()
    {
        string[] hypotheses =
        [
            "wählen Sie \" Bild neu berechnen , \" um beim Ändern der Bildgröße Pixel hinzuzufügen oder zu entfernen , damit das Bild ungefähr dieselbe Größe aufweist wie die andere Größe .",
            "wenn Sie alle Aufgaben im aktuellen Dokument aktualisieren möchten , wählen Sie im Menü des Aufgabenbedienfelds die Option \" Alle Aufgaben aktualisieren . \"",
            "klicken Sie auf der Registerkarte \" Optionen \" auf die Schaltfläche \" Benutzerdefiniert \" und geben Sie Werte für \" Fehlerkorrektur-Level \" und \" Y / X-Verhältnis \" ein .",
            "Sie können beispielsweise ein Dokument erstellen , das ein Auto über die Bühne enthält .",
            "wählen Sie im Dialogfeld \" Neu aus Vorlage \" eine Vorlage aus und klicken Sie auf \" Neu . \"",
        ];
        string[] references =
        [
            "wählen Sie \" Bild neu berechnen , \" um beim Ändern der Bildgröße Pixel hinzuzufügen oder zu entfernen , damit die Darstellung des Bildes in einer anderen Größe beibehalten wird .",
            "wenn Sie alle Aufgaben im aktuellen Dokument aktualisieren möchten , wählen Sie im Menü des Aufgabenbedienfelds die Option \" Alle Aufgaben aktualisieren . \"",
            "klicken Sie auf der Registerkarte \" Optionen \" auf die Schaltfläche \" Benutzerdefiniert \" und geben Sie für \" Fehlerkorrektur-Level \" und \" Y / X-Verhältnis \" niedrigere Werte ein .",
            "Sie können beispielsweise ein Dokument erstellen , das ein Auto enthalt , das sich über die Bühne bewegt .",
            "wählen Sie im Dialogfeld \" Neu aus Vorlage \" eine Vorlage aus und klicken Sie auf \" Neu . \"",
        ];

        // Stated as 0.136 to 1e-3 of a per cent.
        Assert.Equal(13.6, new Ter().Corpus(hypotheses, references).Value, 1e-3);
    }

    [Fact]
    public void The_shift_example_of_the_TER_paper()
    {
        // Snover et al. 2006, section 2: one shift ("this week"), two substitutions, one insertion over 13 words.
        const string Reference = "SAUDI ARABIA denied THIS WEEK information published in the AMERICAN new york times";
        const string Hypothesis = "THIS WEEK THE SAUDIS denied information published in the new york times";

        Assert.Equal(100 * 4 / 13.0, new Ter().Sentence(Hypothesis, Reference).Value, 1e-9);
        Assert.Equal("TER = 30.77", new Ter().Sentence(Hypothesis, Reference).ToString());
    }

    [Theory]
    [InlineData("police kill the gunman", 3 / 4.0)]
    [InlineData("the gunman kill police", 2 / 4.0)]
    [InlineData("the gunman police killed", 2 / 4.0)]
    public void The_order_example_of_the_ROUGE_paper(string candidate, double expected)
    {
        // Lin 2004, section 3.
        Assert.Equal(expected, Rouge.L.Sentence(candidate, "police killed the gunman").F1, 1e-12);
    }

    [Fact]
    public void The_bigram_example_of_the_ROUGE_paper()
    {
        // Lin 2004, section 3: ROUGE-2 can't tell these two apart.
        Assert.Equal(1 / 3.0, Rouge.Two.Sentence("police kill the gunman", "police killed the gunman").Recall, 1e-12);
        Assert.Equal(1 / 3.0, Rouge.Two.Sentence("the gunman kill police", "police killed the gunman").Recall, 1e-12);
    }

    [Fact]
    public void A_score_prints_alike_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Equal("chrF2++ = 100.00", Chrf.PlusPlus.Sentence("a b", "a b").ToString());
            Assert.Equal("ROUGE-1 = 0.5000 (precision 0.5000, recall 0.5000)", Rouge.One.Sentence("a b", "a c").ToString());
            Assert.Equal("WER = 0.5000 (1 substituted, 0 deleted, 0 inserted, 2 in the reference)", ErrorRate.Words.Sentence("a b", "a c").ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
