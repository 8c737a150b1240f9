using Seq2Seq.Display.Charts;
using Seq2Seq.Display.Tests.Gallery;

namespace Seq2Seq.Display.Tests.Charts;

public class BinsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_value_falls_into_one_bin(bool isLog)
    {
        var values = Exhibits.Noise(999, 3).Select(Math.Exp).ToArray();

        var edges = Bins.Edges([values], 0, new() { IsLog = isLog });

        Assert.Equal(edges.Order(), edges);
        Assert.Equal(999, Bins.Count(values, edges).Sum());
    }

    [Fact]
    public void Counts_are_those_of_a_plain_search()
    {
        var values = Exhibits.Noise(500, 4);
        var edges = Bins.Edges([values], 12, new());

        var counts = Bins.Count(values, edges);

        for (var bin = 0; bin < 12; bin++)
            Assert.Equal(values.Count(v => v >= edges[bin] && (bin == 11 ? v <= edges[12] : v < edges[bin + 1])), counts[bin]);
    }

    [Fact]
    public void Whole_numbers_get_a_bin_each() =>
        Assert.Equal([0.5, 1.5, 2.5, 3.5], Bins.Edges([[1.0, 3.0, 2.0, 2.0]], 0, new()));

    [Fact]
    public void One_value_has_room_around_it()
    {
        var edges = Bins.Edges([[0.25, 0.25]], 4, new());

        Assert.Equal([-0.25, 0, 0.25, 0.5, 0.75], edges);
        Assert.Equal(2, Bins.Count([0.25, 0.25], edges).Sum());
    }
}
