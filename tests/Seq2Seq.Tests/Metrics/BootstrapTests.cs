using Seq2Seq.Metrics;
using Seq2Seq.Text;

namespace Seq2Seq.Tests.Metrics;

public sealed class BootstrapTests
{
    [Fact]
    public void Bounds_of_a_mean_are_those_of_the_normal_distribution()
    {
        var random = new SeededRandom(11);
        var values = Enumerable.Range(0, 400).Select(_ => random.NextDouble()).ToArray();
        var mean = values.Average();
        var error = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)) / values.Length);

        var interval = Bootstrap.Mean(values, samples: 4000);

        // A percentile of 4000 samples is itself uncertain by about 4 % of the standard error; 12 % is three times that.
        Assert.Equal(mean, interval.Value, 12);
        Assert.Equal(mean - 1.96 * error, interval.Low, 0.12 * error);
        Assert.Equal(mean + 1.96 * error, interval.High, 0.12 * error);
    }

    [Fact]
    public void Samples_of_a_tiny_set_come_as_often_as_enumeration_says()
    {
        // Three draws from {0, 0, 1}: the mean is 0 with probability (2/3)³ = 8/27 and at most 1/3 with 20/27.
        var narrow = Bootstrap.Mean([0, 0, 1], samples: 5000, level: 1 - 2 * (8 / 27.0 + 0.05));
        var wide = Bootstrap.Mean([0, 0, 1], samples: 5000, level: 1 - 2 * (8 / 27.0 - 0.05));

        Assert.Equal(1 / 3.0, narrow.Low, 12);
        Assert.Equal(0, wide.Low, 12);
        Assert.Equal(2 / 3.0, wide.High, 12);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bounds_and_the_corpus_score_is_inside()
    {
        var corpus = MetricFixture.Corpus("English, three references");
        var (hypotheses, references) = (corpus.Hypotheses(), corpus.References());

        var interval = Bootstrap.Interval(new Bleu(), hypotheses, references, samples: 300);

        Assert.Equal(interval, Bootstrap.Interval(new Bleu(), hypotheses, references, samples: 300));
        Assert.NotEqual(interval, Bootstrap.Interval(new Bleu(), hypotheses, references, samples: 300, seed: 2));
        Assert.Equal(new Bleu().Corpus(hypotheses, references).Value, interval.Value, 12);
        Assert.InRange(interval.Value, interval.Low, interval.High);
        Assert.True(interval.High - interval.Low > 1);
    }

    [Fact]
    public void Equal_systems_do_not_differ_and_a_clearly_worse_one_does()
    {
        var corpus = MetricFixture.Corpus("English, one reference");
        var hypotheses = corpus.Hypotheses();
        string[] references = [.. corpus.References().Select(list => list[0])];
        string[] worse = [.. hypotheses.Select(text => string.Join(' ', text.Split(' ').Reverse()))];

        var same = Bootstrap.Compare(new Bleu(), hypotheses, hypotheses, references, samples: 200);
        var shuffled = Bootstrap.Compare(new Bleu(), hypotheses, worse, references, samples: 200);
        var randomised = Bootstrap.Randomise(new Bleu(), hypotheses, worse, references, samples: 200);

        Assert.Equal((1.0, 0.0), (same.PValue, same.Difference.Value));
        Assert.False(same.IsSignificant());
        Assert.True(shuffled.IsSignificant() && randomised.IsSignificant());
        Assert.True(shuffled.Difference.High < 0);
        Assert.Equal(shuffled.First, randomised.First);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Under_no_difference_p_is_small_as_seldom_as_it_says(bool randomise)
    {
        // 200 experiments on two systems, each right on a sentence with probability 0.5: about 10 should look significant at 0.05.
        var random = new SeededRandom(5);
        var significant = 0;
        for (var experiment = 0; experiment < 200; experiment++)
        {
            string[] References() => [.. Enumerable.Repeat("right", 60)];
            string[] System() => [.. Enumerable.Range(0, 60).Select(_ => random.Chance(0.5) ? "right" : "wrong")];
            var comparison = randomise
                ? Bootstrap.Randomise(new ExactMatch(), System(), System(), References(), samples: 100, seed: experiment)
                : Bootstrap.Compare(new ExactMatch(), System(), System(), References(), samples: 100, seed: experiment);
            if (comparison.IsSignificant()) significant++;
        }

        // Binomial(200, 0.05) has standard deviation 3.1.
        Assert.InRange(significant, 1, 20);
    }

    [Fact]
    public void A_level_of_95_instead_of_0_95_is_refused()
    {
        Assert.Equal(
            "Bootstrap: 2 sentences, 1000 samples, level 95; expected at least one sentence and one sample, and a level between 0 and 1 such as 0.95.",
            Assert.Throws<ArgumentException>(() => Bootstrap.Mean([1, 2], level: 95)).Message);
    }

    [Fact]
    public void An_interval_prints_its_bounds()
    {
        var difference = new Interval(-0.25, -0.5, 0.125, 0.9);

        Assert.Equal("48.53 [40.20, 56.91] (95 %)", new Interval(48.53, 40.2, 56.91258, 0.95).ToString());
        Assert.Equal(
            "0.7500 and 0.5000: difference -0.2500 [-0.5000, 0.1250] (90 %), p = 0.041 (paired bootstrap)",
            new Comparison(0.75, 0.5, difference, 0.041, "paired bootstrap").ToString());
    }
}
