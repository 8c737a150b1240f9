using Seq2Seq.Display.Charts;
using Seq2Seq.Display.Tests.Gallery;

namespace Seq2Seq.Display.Tests.Charts;

public class ThinningTests
{
    [Fact]
    public void Every_buckets_extremes_are_kept()
    {
        var y = Exhibits.Noise(10_000, 1);

        var kept = Thinning.Keep(y, 0, y.Length, 250).ToHashSet();

        Assert.InRange(kept.Count, 250, 1000);
        for (var bucket = 0; bucket < 250; bucket++)
        {
            var indices = Enumerable.Range(bucket * 40, 40).ToList();
            Assert.Contains(indices.MinBy(i => y[i]), kept);
            Assert.Contains(indices.MaxBy(i => y[i]), kept);
        }
    }

    [Fact]
    public void Order_is_kept_and_ends_are_there()
    {
        var y = Exhibits.Noise(5000, 2);

        var kept = Thinning.Keep(y, 100, 4900, 100);

        Assert.Equal(kept.Order(), kept);
        Assert.Equal((100, 4899), (kept[0], kept[^1]));
    }

    [Fact]
    public void A_short_series_is_left_alone() => Assert.Equal([0, 1, 2, 3, 4], Thinning.Keep([5, 4, 3, 2, 1], 0, 5, 2));
}
