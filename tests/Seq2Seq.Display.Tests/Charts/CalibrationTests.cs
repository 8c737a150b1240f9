using Seq2Seq.Display.Charts;

namespace Seq2Seq.Display.Tests.Charts;

public class CalibrationTests
{
    [Fact]
    public void The_error_is_the_weighted_gap()
    {
        // Two bins used: 4 at 0.9 of which 2 are right, 1 at 0.1 which is wrong: 4/5·0.4 + 1/5·0.1 = 0.34.
        var calibration = Calibration.Of([0.9, 0.9, 0.9, 0.9, 0.1], [true, true, false, false, false], 10);

        Assert.Equal(0.34, calibration.Error, 12);
        Assert.Equal([0.0, 0.5], calibration.Accuracy);
    }

    [Fact]
    public void Intervals_are_wilsons()
    {
        // 81 of 263 (Newcombe 1998, table I): 0.2553 to 0.3662.
        var calibration = Calibration.Of([.. Enumerable.Repeat(0.5, 263)], [.. Enumerable.Range(0, 263).Select(i => i < 81)], 1);

        Assert.Equal(0.2553, calibration.Low[0], 4);
        Assert.Equal(0.3662, calibration.High[0], 4);
    }

    [Fact]
    public void What_is_no_probability_is_left_out()
    {
        var calibration = Calibration.Of([double.NaN, 1.5, -0.1, 1.0], [true, true, true, true], 10);

        Assert.Equal([1.0], calibration.Confidence);
    }
}
