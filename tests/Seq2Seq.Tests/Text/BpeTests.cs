using FsCheck;
using FsCheck.Fluent;
using Seq2Seq.Text;

namespace Seq2Seq.Tests.Text;

public sealed class BpeTests
{
    // The worked example of Sennrich et al. 2016, figure 1: low 5, lower 2, newest 6, widest 3; there the end of a word is marked, here its start.
    private static readonly string[] Sennrich =
        [.. Enumerable.Repeat("low", 5), .. Enumerable.Repeat("lower", 2), .. Enumerable.Repeat("newest", 6), .. Enumerable.Repeat("widest", 3)];

    [Fact]
    public void The_most_frequent_neighbours_are_joined_first()
    {
        var bpe = BpeTokeniser.Train(Sennrich, 4);

        // As in the paper: es (9 times, as st; the spelling decides), est, lo, low.
        Assert.Equal([new("e", "s"), new("es", "t"), new("l", "o"), new("lo", "w")], bpe.Merges);
    }

    [Fact]
    public void Merges_equal_those_of_a_recount_after_every_step()
    {
        string[] texts = ["the cat sat on the mat", "that hat that the cat has", "aaaa aaa aa banana bananas", "我们 我们的 我们的书"];

        var learned = BpeTokeniser.Train(texts, 60).Merges;

        Assert.Equal(NaiveMerges(texts, 60), learned);
    }

    [Fact]
    public void Merges_of_random_words_equal_those_of_a_recount()
    {
        // Few letters and short words: counts fall and tie all the time.
        var random = new SeededRandom(3);
        for (var corpus = 0; corpus < 40; corpus++)
        {
            string Word() => string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => "abc"[random.Next(3)]));
            var text = string.Join(' ', Enumerable.Range(0, 30).Select(_ => Word()));

            Assert.Equal(NaiveMerges([text], 40), BpeTokeniser.Train([text], 40).Merges);
        }
    }

    [Fact]
    public void Steps_show_a_word_growing_together()
    {
        var bpe = BpeTokeniser.Train(Sennrich, 4);

        var steps = bpe.Steps("lowest").Select(step => string.Join(' ', step));

        Assert.Equal(["▁ l o w e s t", "▁ l o w es t", "▁ l o w est", "▁ lo w est", "▁ low est"], steps);
        Assert.Equal(
            ["▁ l o w ▁ e s t", "▁ lo w ▁ e s t", "▁ low ▁ e s t", "▁ low ▁ es t", "▁ low ▁ est"],
            bpe.Steps("low est").Select(step => string.Join(' ', step)));
    }

    [Theory]
    [InlineData("lowest newer")]
    [InlineData("Zoë's ▁ 50% <0x41> 饺子，don't… 😀")]
    [InlineData("a \uE000 b")]
    public void Unseen_text_comes_back_exactly(string text)
    {
        var bpe = BpeTokeniser.Train(Sennrich, 10);
        var vocabulary = Vocabulary.Of(bpe);

        var tokens = bpe.Tokenise(text);
        var ids = vocabulary.Encode(tokens);

        Assert.DoesNotContain(Vocabulary.UnknownId, ids);
        Assert.Equal(text, bpe.Join(vocabulary.Decode(ids)));
    }

    [Fact]
    public void Any_text_comes_back_but_for_its_spaces()
    {
        var bpe = BpeTokeniser.Train(Sennrich, 10);

        Prop.ForAll<NonNull<string>>(text =>
        {
            var normal = string.Join(' ', Normalisation.Standard.Apply(text.Get).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            return bpe.Join(bpe.Tokenise(text.Get)) == normal;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Rare_characters_are_left_to_the_bytes()
    {
        var bpe = BpeTokeniser.Train(["aa aa ab"], 5, minimumCount: 2);

        Assert.Equal(["a"], bpe.Alphabet);
        Assert.Equal(["▁a", "<0x62>"], bpe.Tokenise("ab"));
    }

    [Fact]
    public void Dropout_cuts_in_many_ways_and_none_loses_the_text()
    {
        var bpe = BpeTokeniser.Train(Sennrich, 20);
        var random = new SeededRandom(1);

        var cuts = Enumerable.Range(0, 50).Select(_ => bpe.Tokenise("newest lower", 0.3, random)).ToArray();

        Assert.All(cuts, cut => Assert.Equal("newest lower", bpe.Join(cut)));
        Assert.True(cuts.Select(cut => string.Join(' ', cut)).Distinct().Count() > 5);
        Assert.Equal(bpe.Tokenise("newest lower"), bpe.Tokenise("newest lower", 0, random));
        Assert.Equal(bpe.Steps("newest")[0], bpe.Tokenise("newest", 1, random));
    }

    private static List<BpeMerge> NaiveMerges(string[] texts, int count)
    {
        var words = texts.SelectMany(text => text.Split(' ')).Select(word => new List<string>(["▁", .. word.Select(c => c.ToString())])).ToList();
        var merges = new List<BpeMerge>();
        while (merges.Count < count)
        {
            var pairs = words.SelectMany(word => word.Zip(word.Skip(1))).GroupBy(pair => pair).Where(group => group.Count() > 1)
                .OrderByDescending(group => group.Count()).ThenBy(group => group.Key.First, StringComparer.Ordinal).ThenBy(group => group.Key.Second, StringComparer.Ordinal);
            var best = pairs.FirstOrDefault();
            if (best is null) break;
            merges.Add(new BpeMerge(best.Key.First, best.Key.Second));
            foreach (var word in words)
            {
                for (var i = 0; i + 1 < word.Count; i++)
                {
                    if (word[i] != best.Key.First || word[i + 1] != best.Key.Second) continue;
                    word[i] += word[i + 1];
                    word.RemoveAt(i + 1);
                }
            }
        }

        return merges;
    }
}
