using Seq2Seq.Display.Charts;

namespace Seq2Seq.Display.Tests.Charts;

public class IsolinesTests
{
    [Fact]
    public void A_slope_has_one_straight_line()
    {
        var slope = new Grid(3, 4, [0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3]);

        var line = Assert.Single(Isolines.Of(slope, 1.25));

        Assert.All(line, place => Assert.Equal(1.25, place.X, 12));
        Assert.Equal([0.0, 1, 2], line.Select(place => place.Y).Order());
    }

    [Fact]
    public void A_cone_has_closed_rings_at_the_right_distance()
    {
        var cells = new double[41 * 41];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = Math.Sqrt(Math.Pow(i / 41 - 20, 2) + Math.Pow(i % 41 - 20, 2));

        var ring = Assert.Single(Isolines.Of(new(41, 41, cells), 10.5));

        Assert.Equal(ring[0], ring[^1]);
        // Linear interpolation of a cone between whole places is off by at most 1/8 of its curvature there.
        Assert.All(ring, place => Assert.Equal(10.5, Math.Sqrt(Math.Pow(place.X - 20, 2) + Math.Pow(place.Y - 20, 2)), 0.02));
    }

    [Fact]
    public void Cells_with_a_missing_corner_have_no_line() =>
        Assert.Empty(Isolines.Of(new(2, 2, [0, 1, double.NaN, 1]), 0.5));
}
