namespace Seq2Seq.Display.Tests.Mime;

public class MimeBundleTests
{
    [Fact]
    public void Text_is_always_there() => Assert.Equal("seven", new MimeBundle("seven")[MimeTypes.Text]);

    [Fact]
    public void Adding_a_form_leaves_the_first_bundle_as_it_was()
    {
        var text = new MimeBundle("seven");

        var both = text.With(MimeTypes.Html, "<b>7</b>");

        Assert.Equal(["text/plain"], text.Keys);
        Assert.Equal(["text/html", "text/plain"], both.Keys);
    }

    [Fact]
    public void A_figure_has_all_its_forms() => Assert.Equal(
        ["application/vnd.plotly.v1+json", "image/svg+xml", "text/html", "text/plain"], Figure.Line("Loss").ToMimeBundle().Keys);
}
