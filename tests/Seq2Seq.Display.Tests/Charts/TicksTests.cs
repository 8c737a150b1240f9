using Seq2Seq.Display.Scales;

namespace Seq2Seq.Display.Tests.Charts;

public class TicksTests
{
    [Theory]
    [InlineData(0, 1, 5, "0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(0, 100, 4, "0 25 50 75 100")]
    [InlineData(-3, 3, 6, "−3 −2 −1 0 1 2 3")]
    [InlineData(0, 7_300, 4, "0 2,000 4,000 6,000")]
    [InlineData(0.0001, 0.0009, 4, "0.0002 0.0004 0.0006 0.0008")]
    [InlineData(0, 3e7, 3, "0 1e7 2e7 3e7")]
    [InlineData(0, 0.00003, 3, "0 1e−5 2e−5 3e−5")]
    public void A_person_would_choose_these(double low, double high, int about, string expected) =>
        Assert.Equal(expected, string.Join(' ', new LinearScale(low, high).Ticks(about).Select(tick => tick.Label)));

    [Fact]
    public void Whole_numbers_have_whole_ticks() =>
        Assert.Equal("1 2 3", string.Join(' ', new LinearScale(1, 3, wholeNumbers: true).Ticks(8).Select(tick => tick.Label)));

    [Theory]
    [InlineData(1, 1000, 6, "1 10 100 1,000")]
    [InlineData(1e-8, 1, 5, "10⁻⁸ 10⁻⁶ 10⁻⁴ 10⁻² 1")]
    [InlineData(2, 30, 5, "2 5 10 20")]
    [InlineData(1.1, 1.9, 5, "1.2 1.4 1.6 1.8")]
    public void On_a_logarithmic_axis_these(double low, double high, int about, string expected) =>
        Assert.Equal(expected, string.Join(' ', new LogScale(low, high).Ticks(about).Select(tick => tick.Label)));

    [Theory]
    [InlineData(double.MinValue, double.MaxValue)]
    [InlineData(0, double.Epsilon)]
    [InlineData(1e15, 1e15 + 1)]
    [InlineData(-1e-300, 1e300)]
    public void The_ends_of_the_number_line_have_ticks_too(double low, double high)
    {
        var ticks = new LinearScale(low, high).Ticks(5);

        Assert.InRange(ticks.Count, 1, 24);
        Assert.All(ticks, tick => Assert.True(double.IsFinite(tick.Value)));
    }
}
