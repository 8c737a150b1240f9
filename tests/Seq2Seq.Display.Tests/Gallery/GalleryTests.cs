using System.Text;
using System.Xml.Linq;

namespace Seq2Seq.Display.Tests.Gallery;

public class GalleryTests
{
    public static TheoryData<string> Names => [.. Exhibits.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_picture_is_the_committed_one(string name) => Golden.Check(name + ".svg", Exhibits.All[name]().ToSvg() + "\n");

    [Theory]
    [MemberData(nameof(Names))]
    public void The_text_is_the_committed_one(string name) => Golden.Check(name + ".txt", Exhibits.All[name]().ToText() + "\n");

    [Theory]
    [MemberData(nameof(Names))]
    public void A_figure_stays_under_20_KB(string name) =>
        Assert.InRange(Encoding.UTF8.GetByteCount(Exhibits.All[name]().ToSvg()), 500, 20 * 1024);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_coordinate_lies_in_the_view_box(string name) => Assert.Empty(SvgGeometry.Outside(Exhibits.All[name]().ToSvg()));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_figure_has_the_same_bytes_in_any_culture(string name)
    {
        var here = Exhibits.All[name]().ToSvg();
        var before = Thread.CurrentThread.CurrentCulture;
        Thread.CurrentThread.CurrentCulture = new("de-DE");

        var there = Exhibits.All[name]();

        try
        {
            Assert.Equal(here, there.ToSvg());
            Assert.Equal(Exhibits.All[name]().ToPlotly(), there.ToPlotly());
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_style_reaches_outside_the_figure(string name)
    {
        var svg = XDocument.Parse(Exhibits.All[name]().ToSvg());
        var id = (string)svg.Root!.Attribute("id")!;
        var css = svg.Descendants().Single(element => element.Name.LocalName == "style").Value;

        var selectors = css.Replace("@media(prefers-color-scheme:dark){", "", StringComparison.Ordinal).Split('}')
            .Select(rule => rule.Split('{')[0].Trim()).Where(selector => selector.Length > 0);

        Assert.All(selectors, selector => Assert.True(selector == "#" + id || selector.StartsWith("#" + id + " ", StringComparison.Ordinal), selector));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_id_is_the_figures_own(string name)
    {
        var svg = XDocument.Parse(Exhibits.All[name]().ToSvg());
        var id = (string)svg.Root!.Attribute("id")!;
        var ids = svg.Descendants().Select(element => (string?)element.Attribute("id")).OfType<string>().ToList();

        Assert.All(ids, own => Assert.StartsWith(id, own, StringComparison.Ordinal));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Without_its_style_every_colour_is_still_given(string name)
    {
        // GitHub's notebook view may strip styles; attributes then draw the light picture.
        var svg = XDocument.Parse(Exhibits.All[name]().ToSvg());

        var shapes = svg.Descendants().Where(element => element.Name.LocalName is "rect" or "path" or "circle" or "text");

        Assert.All(shapes, shape => Assert.True(shape.AncestorsAndSelf().Any(element => element.Attribute("fill") is not null), shape.ToString()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_screen_reader_has_a_title_and_a_description(string name)
    {
        var figure = Exhibits.All[name]();
        var svg = XDocument.Parse(figure.ToSvg()).Root!;

        Assert.Equal("img", (string?)svg.Attribute("role"));
        Assert.Equal(figure.Title, svg.Elements().Single(element => element.Name.LocalName == "title").Value);
        Assert.True(svg.Elements().Single(element => element.Name.LocalName == "desc").Value.Length > 15);
    }

    [Fact]
    public void Different_figures_have_different_ids() => Assert.Equal(Exhibits.All.Count,
        Exhibits.All.Values.Select(make => (string)XDocument.Parse(make().ToSvg()).Root!.Attribute("id")!).Distinct().Count());

    /// <summary>The page with every kind, SVG beside plotly: artifacts/gallery.html.</summary>
    [Fact]
    public void The_gallery_page_is_written_on_request()
    {
        Assert.SkipUnless(Golden.IsUpdate, "The gallery page is written by SEQ2SEQ_UPDATE=1 dotnet test tests/Seq2Seq.Display.Tests -c Release.");
        var folder = Path.GetFullPath(Path.Combine(Golden.Folder(), "../../../../artifacts"));
        Directory.CreateDirectory(folder);

        File.WriteAllText(Path.Combine(folder, "gallery.html"), GalleryPage.Render());

        Assert.True(new FileInfo(Path.Combine(folder, "gallery.html")).Length > 100_000);
    }
}
