using System.Xml.Linq;

namespace Seq2Seq.Display.Tests.Figures;

/// <summary>Panels share one SVG document, so what one of them names must not be taken for another's.</summary>
public class PanelIdTests
{
    [Fact]
    public void Large_heat_maps_side_by_side_have_a_mask_each() => HasAMaskEach(2, Figure.Multiples("t",
        Figure.HeatMap("a", new double[24, 24]), Figure.HeatMap("b", Diagonal(24))));

    [Fact]
    public void Pictures_side_by_side_have_a_mask_each() => HasAMaskEach(2, Figure.Multiples("t",
        Figure.Images("a").Add("x", Picture.Heat(Diagonal(8))), Figure.Images("b").Add("y", Picture.Heat(new double[8, 8]))));

    private static void HasAMaskEach(int count, Figure figure)
    {
        var svg = XDocument.Parse(figure.ToSvg());

        var masks = svg.Descendants().Where(element => element.Name.LocalName == "mask").Select(mask => (string)mask.Attribute("id")!).ToArray();
        var users = svg.Descendants().Select(element => (string?)element.Attribute("mask")).OfType<string>().ToArray();

        Assert.Equal(count, masks.Distinct().Count());
        Assert.Equal(masks.Select(id => $"url(#{id})"), users);
    }

    private static double[,] Diagonal(int size)
    {
        var values = new double[size, size];
        for (var i = 0; i < size; i++) values[i, i] = 1;
        return values;
    }
}
