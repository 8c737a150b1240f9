using Seq2Seq.Text;

namespace Seq2Seq.Tests.Text;

public sealed class AugmentTests
{
    private static readonly int[] Tokens = [.. Enumerable.Range(0, 1000)];

    [Fact]
    public void Dropping_keeps_the_order_and_the_wanted_share()
    {
        var kept = Augment.Drop(Tokens, 0.2, new SeededRandom(1));

        Assert.Equal(kept.Order(), kept);

        // 1000 draws with p = 0.8: standard deviation 12.6.
        Assert.InRange(kept.Length, 800 - 50, 800 + 50);
        Assert.Single(Augment.Drop(Tokens, 1, new SeededRandom(1)));
        Assert.Equal(Tokens, Augment.Drop(Tokens, 0, new SeededRandom(1)));
        Assert.Empty(Augment.Drop(Array.Empty<int>(), 0.5, new SeededRandom(1)));
    }

    [Fact]
    public void Blanking_keeps_the_length_and_the_wanted_share()
    {
        var blanked = Augment.Blank(Tokens, 0.3, -1, new SeededRandom(2));

        Assert.Equal(1000, blanked.Length);
        Assert.InRange(blanked.Count(token => token == -1), 300 - 60, 300 + 60);
        Assert.All(Tokens, i => Assert.True(blanked[i] == i || blanked[i] == -1));
    }

    [Fact]
    public void Replacing_draws_from_the_given_tokens()
    {
        var replaced = Augment.Replace(Tokens, 0.5, [-1, -2], new SeededRandom(3));

        Assert.Contains(-1, replaced);
        Assert.Contains(-2, replaced);
        Assert.All(Tokens, i => Assert.True(replaced[i] == i || replaced[i] < 0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Swapping_moves_nothing_too_far(int distance)
    {
        var swapped = Augment.Swap(Tokens, distance, new SeededRandom(4));

        Assert.Equal(Tokens, swapped.Order());
        Assert.Equal(distance, Tokens.Max(place => Math.Abs(swapped[place] - place)));
    }

    [Fact]
    public void Typos_touch_no_spaces_and_depend_on_the_seed_alone()
    {
        const string Text = "the quick brown fox jumps over the lazy dog 😀";

        var typos = Augment.Typos(Text, 0.3, new SeededRandom(5));

        Assert.NotEqual(Text, typos);
        Assert.Equal(typos, Augment.Typos(Text, 0.3, new SeededRandom(5)));
        Assert.Equal(Text, Augment.Typos(Text, 0, new SeededRandom(5)));
    }

    [Fact]
    public void A_probability_outside_0_to_1_is_refused()
    {
        Assert.Equal(
            "Augment.Drop: probability 1.5; expected 0 to 1. (Parameter 'probability')",
            Assert.Throws<ArgumentOutOfRangeException>(() => Augment.Drop(Tokens, 1.5, new SeededRandom(1))).Message);
    }

    [Fact]
    public void Resampling_evens_out_the_classes()
    {
        var items = Enumerable.Range(0, 110).ToArray();
        var random = new SeededRandom(6);

        var over = Resampling.Over(items, i => i < 100 ? "large" : "small", random);
        var under = Resampling.Under(items, i => i < 100 ? "large" : "small", random);

        Assert.Equal((100, 100), (over.Count(i => i < 100), over.Count(i => i >= 100)));
        Assert.All(Enumerable.Range(100, 10), i => Assert.Equal(10, over.Count(item => item == i)));
        Assert.Equal(items, over.Distinct().Order());
        Assert.Equal((10, 10), (under.Count(i => i < 100), under.Count(i => i >= 100)));
        Assert.Equal(under.Length, under.Distinct().Count());
    }

    [Fact]
    public void Class_weights_have_mean_1_over_all_items()
    {
        Assert.Equal([100 / 180.0, 100 / 20.0, 0], Resampling.ClassWeights([90, 10, 0]));

        var effective = Resampling.EffectiveClassWeights([90, 10, 0], 0.9);

        Assert.Equal(1, (90 * effective[0] + 10 * effective[1]) / 100, 12);
        Assert.Equal((1 - Math.Pow(0.9, 90)) / (1 - Math.Pow(0.9, 10)), effective[1] / effective[0], 12);
        Assert.Equal(0, effective[2]);
    }
}
