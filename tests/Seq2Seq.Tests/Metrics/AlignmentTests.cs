using Seq2Seq.Metrics;

namespace Seq2Seq.Tests.Metrics;

public sealed class AlignmentTests
{
    [Fact]
    public void The_error_rate_agrees_with_nltk()
    {
        foreach (var pair in MetricFixture.Root.GetProperty("alignments").EnumerateArray())
        {
            var score = AlignmentErrorRate.Of(
                AlignmentLink.Parse(pair.GetProperty("found").GetString()!),
                AlignmentLink.Parse(pair.GetProperty("sure").GetString()!),
                AlignmentLink.Parse(pair.GetProperty("possible").GetString()!));

            Assert.Equal(pair.Number("aer"), score.Value, 12);
        }
    }

    [Fact]
    public void A_corpus_adds_up_the_counts()
    {
        var first = AlignmentErrorRate.Of([new(0, 0)], [new(0, 0), new(1, 1)]);
        var second = AlignmentErrorRate.Of([new(0, 0), new(2, 2)], [new(1, 0)], [new(0, 0)]);

        var sum = AlignmentErrorRate.Sum([first, second]);

        // A 3, S 3, A∩S 1, A∩P 2.
        Assert.Equal(1 - 3 / 6.0, sum.Value, 12);
        Assert.Equal("AER = 0.5000 (precision 0.6667, recall 0.3333)", sum.ToString());
    }

    [Fact]
    public void Attention_links_each_target_token_to_its_strongest_source_token()
    {
        float[,] weights = { { 0.1f, 0.8f, 0.1f }, { 0.4f, 0.3f, 0.3f } };

        Assert.Equal("1-0 0-1", string.Join(' ', AlignmentLink.FromAttention(weights)));
        Assert.Equal("1-0", string.Join(' ', AlignmentLink.FromAttention(weights, threshold: 0.5f)));
    }

    [Fact]
    public void A_misspelled_link_is_named()
    {
        Assert.Equal(
            "AlignmentLink.Parse: '1:2'; expected pairs such as 0-2: source place, hyphen, target place.",
            Assert.Throws<FormatException>(() => AlignmentLink.Parse("0-0 1:2")).Message);
    }

    [Fact]
    public void Calibration_agrees_with_numpy()
    {
        foreach (var fixture in MetricFixture.Root.GetProperty("calibration").EnumerateArray())
        {
            var calibration = Calibration.Of(
                fixture.GetProperty("confidence").Numbers(),
                [.. fixture.GetProperty("right").EnumerateArray().Select(right => right.GetBoolean())],
                fixture.GetProperty("bins").GetInt32());

            Assert.Equal(fixture.Number("ece"), calibration.Error, 1e-9);
            Assert.Equal(fixture.Number("mce"), calibration.MaximumError, 1e-9);
        }
    }

    [Fact]
    public void Logits_are_no_confidences()
    {
        Assert.Equal(
            "Calibration.Of: confidence 1.5 at place 1; expected a probability, 0 to 1. Were these logits or log-probabilities? (Parameter 'confidences')",
            Assert.Throws<ArgumentOutOfRangeException>(() => Calibration.Of([0.5, 1.5], [true, true])).Message);
    }
}
