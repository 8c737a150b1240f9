using Seq2Seq.Metrics;
using Seq2Seq.Tasks;
using Seq2Seq.Tasks.Grammar;

namespace Seq2Seq.Tests.Tasks;

public sealed class ChineseEnglishCorpusTests
{
    private static readonly ChineseEnglishCorpus s_corpus = ChineseEnglishCorpus.Generate();

    private static IEnumerable<AlignedPair> Everything =>
        s_corpus.Train.Concat(s_corpus.Validation).Concat(s_corpus.Test).Concat(s_corpus.HeldOut);

    [Fact]
    public void It_has_the_promised_size()
    {
        Assert.Equal((8000, 500, 500, 500),
            (s_corpus.Train.Count, s_corpus.Validation.Count, s_corpus.Test.Count, s_corpus.HeldOut.Count));
        Assert.True(s_corpus.Train.SelectMany(pair => pair.Source).Distinct().Count() >= 500);
        Assert.True(s_corpus.Train.SelectMany(pair => pair.Target).Distinct().Count() >= 500);
    }

    [Fact]
    public void No_sentence_occurs_twice_in_either_language()
    {
        var all = Everything.ToArray();

        Assert.Equal(all.Length, all.Select(pair => pair.SourceText).Distinct().Count());
        Assert.Equal(all.Length, all.Select(pair => pair.TargetText).Distinct().Count());
    }

    [Fact]
    public void Every_word_of_the_other_parts_is_seen_in_training()
    {
        var known = s_corpus.Train.SelectMany(pair => pair.Source.Concat(pair.Target)).ToHashSet();

        var unknown = Everything.SelectMany(pair => pair.Source.Concat(pair.Target)).Where(word => !known.Contains(word));

        Assert.Empty(unknown);
    }

    [Theory]
    [InlineData("喝", "水")]
    [InlineData("种", "土豆")]
    public void Held_out_combinations_meet_only_in_the_held_out_part(string verb, string noun)
    {
        bool Meets(AlignedPair pair) => pair.Source.Contains(verb) && pair.Source.Contains(noun);

        Assert.Contains(s_corpus.HeldOut, Meets);
        Assert.DoesNotContain(s_corpus.Train.Concat(s_corpus.Validation).Concat(s_corpus.Test), Meets);
        Assert.Contains(s_corpus.Train, pair => pair.Source.Contains(verb));
        Assert.Contains(s_corpus.Train, pair => pair.Source.Contains(noun));
    }

    [Fact]
    public void Links_point_at_words_and_every_content_word_has_one()
    {
        // Particles and words that only one of the languages says.
        HashSet<string> free = ["的", "了", "不", "吃", "着", "在", "那", "位", "the", "The", "it", "It", "them", "to", "a", "do", "did", "does", "there", "that", "been", ","];
        foreach (var pair in Everything)
        {
            var links = pair.Sure.Concat(pair.Possible).ToArray();
            Assert.All(links, link =>
            {
                Assert.InRange(link.Source, 0, pair.Source.Count - 1);
                Assert.InRange(link.Target, 0, pair.Target.Count - 1);
            });
            Assert.Equal(links.Length, links.Distinct().Count());
            var linked = links.Select(link => link.Source).ToHashSet();
            var sources = pair.Source.Where((word, i) => !linked.Contains(i) && !free.Contains(word) && word != "，");
            Assert.True(!sources.Any(), $"unlinked {string.Join(' ', sources)} in: {pair}");
            var reached = links.Select(link => link.Target).ToHashSet();
            var targets = pair.Target.Where((word, i) => !reached.Contains(i) && !free.Contains(word));
            Assert.True(!targets.Any(), $"unlinked {string.Join(' ', targets)} in: {pair}");
        }
    }

    [Fact]
    public void Sure_links_translate_word_for_word_in_a_lexicon_check()
    {
        var expected = new Dictionary<string, string[]>
        {
            ["北京"] = ["Beijing"],
            ["昨天"] = ["yesterday"],
            ["书"] = ["book", "books"],
            ["我"] = ["I", "me", "my", "My"],
            ["星期一"] = ["Monday"],
            ["和"] = ["with", "as"],
        };
        foreach (var pair in Everything)
        {
            foreach (var link in pair.Sure)
            {
                if (expected.TryGetValue(pair.Source[link.Source], out var words)) Assert.Contains(pair.Target[link.Target], words);
            }
        }
    }

    [Fact]
    public void English_agrees_and_has_its_articles_right()
    {
        var wrong = new[]
        {
            " I is ", " I are ", "He are ", "She are ", " they is ", "These is", " a apple", " a orange", " an book", " a umbrella",
            "he have ", "They has", " one books",
        };
        Assert.All(Everything, pair =>
        {
            Assert.DoesNotContain("  ", pair.TargetText);
            Assert.All(wrong, text => Assert.DoesNotContain(text, pair.TargetText));
            Assert.True(char.IsUpper(pair.TargetText[0]) || char.IsDigit(pair.TargetText[0]), pair.TargetText);
            Assert.Matches("[.?]$", pair.TargetText);
            Assert.Matches("[。？]$", pair.SourceText);
        });
    }

    [Fact]
    public void A_counted_noun_has_its_own_measure_word()
    {
        var measures = Lexicon.Nouns.Values.SelectMany(nouns => nouns)
            .Where(noun => noun.Classifier.Length > 0)
            .ToLookup(noun => noun.Chinese, noun => noun.Classifier);
        var checkedPairs = 0;
        foreach (var pair in Everything)
        {
            for (var i = 0; i + 2 < pair.Source.Count; i++)
            {
                if (pair.Source[i] != "一" || !measures.Contains(pair.Source[i + 2])) continue;
                Assert.Contains(pair.Source[i + 1], measures[pair.Source[i + 2]]);
                checkedPairs++;
            }
        }

        Assert.True(checkedPairs > 500, $"{checkedPairs} counted nouns seen");
    }

    [Fact]
    public void The_same_seed_gives_the_same_sentences_and_another_seed_others()
    {
        var first = ChineseEnglishCorpus.Generate(200, 20, 1).Train.Select(pair => pair.ToString()).ToArray();
        var again = ChineseEnglishCorpus.Generate(200, 20, 1).Train.Select(pair => pair.ToString()).ToArray();
        var other = ChineseEnglishCorpus.Generate(200, 20, 2).Train.Select(pair => pair.ToString()).ToArray();

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public void A_pair_survives_writing_and_reading()
    {
        var pair = s_corpus.Train[17];

        var read = AlignedPair.Parse(pair.ToString());

        Assert.Equal(pair.ToString(), read.ToString());
        Assert.Equal(pair.TargetText, read.TargetText);
    }

    [Fact]
    public void A_broken_link_is_named()
    {
        var error = Assert.Throws<FormatException>(() => AlignedPair.Parse("我\tI\t0:0"));

        Assert.Equal("AlignedPair.Parse: got the link '0:0'; expected 0-0 (sure) or 0?0 (possible).", error.Message);
    }

    [Fact]
    public void A_measure_word_is_linked_possibly_and_a_container_surely()
    {
        var cup = Everything.First(pair => pair.Source.Contains("杯") && pair.Target.Contains("cup"));
        var link = new AlignmentLink(cup.Source.ToList().IndexOf("杯"), cup.Target.ToList().IndexOf("cup"));

        Assert.Contains(link, cup.Sure);
    }
}
