using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Seq2Seq.Host.Export.Formulas;

namespace Seq2Seq.Host.Export;

/// <summary>Markdown cells as HTML: formulas as MathML, images inside the page, links between notebooks kept.</summary>
internal sealed class MarkdownHtml
{
    private static readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder()
        .UseAutoIdentifiers(Markdig.Extensions.AutoIdentifiers.AutoIdentifierOptions.GitHub)
        .UsePipeTables().UseGridTables().UseTaskLists().UseEmphasisExtras().UseFootnotes().UseMathematics().UseAutoLinks().UseListExtras().UseGenericAttributes()
        .Build();

    private readonly Func<string, string?> link;
    private readonly Func<string, string> image;

    /// <param name="link">A link's target on the site; null for one that leads nowhere there.</param>
    /// <param name="image">An image's source on the site.</param>
    public MarkdownHtml(Func<string, string?> link, Func<string, string> image)
    {
        this.link = link;
        this.image = image;
    }

    /// <summary>The HTML of a Markdown text.</summary>
    public string Convert(string markdown)
    {
        var document = Markdown.Parse(markdown, pipeline);
        foreach (var reference in document.Descendants<LinkInline>().ToArray())
        {
            if (reference.Url is not { } url) continue;
            if (reference.IsImage) reference.Url = image(url);
            else if (link(url) is { } target) reference.Url = target;
            else Unlink(reference);
        }
        var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        pipeline.Setup(renderer);
        renderer.ObjectRenderers.RemoveAll(item => item is HtmlMathInlineRenderer or HtmlMathBlockRenderer);
        renderer.ObjectRenderers.Insert(0, new InlineFormula());
        renderer.ObjectRenderers.Insert(0, new BlockFormula());
        renderer.Render(document);
        return writer.ToString();
    }

    private static void Unlink(LinkInline reference)
    {
        var text = new ContainerInline();
        foreach (var child in reference.ToArray())
        {
            child.Remove();
            text.AppendChild(child);
        }
        reference.ReplaceBy(text);
    }

    private static string Block(string latex) => $"<span class=\"formula\">{LatexMath.Convert(latex, true, out _)}</span>";

    private sealed class InlineFormula : HtmlObjectRenderer<MathInline>
    {
        protected override void Write(HtmlRenderer renderer, MathInline obj) =>
            renderer.Write(obj.DelimiterCount == 2 ? Block(obj.Content.ToString()) : LatexMath.Convert(obj.Content.ToString(), false, out _));
    }

    private sealed class BlockFormula : HtmlObjectRenderer<MathBlock>
    {
        protected override void Write(HtmlRenderer renderer, MathBlock obj) =>
            renderer.Write(Block(string.Join('\n', obj.Lines.Lines.Take(obj.Lines.Count)))).WriteLine();
    }
}
