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

    private readonly SortedSet<string> unknown = new(StringComparer.Ordinal);
    private readonly Func<string, string?> link;
    private readonly Func<string, string> image;

    /// <param name="link">A link's target on the site; null for one that leads nowhere there.</param>
    /// <param name="image">An image's source on the site.</param>
    public MarkdownHtml(Func<string, string?> link, Func<string, string> image)
    {
        this.link = link;
        this.image = image;
    }

    /// <summary>LaTeX commands that no formula so far could be drawn with.</summary>
    public IReadOnlyCollection<string> Unknown => unknown;

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
        renderer.ObjectRenderers.Insert(0, new InlineFormula(this));
        renderer.ObjectRenderers.Insert(0, new BlockFormula(this));
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

    private string Formula(string latex, bool display)
    {
        var math = LatexMath.Convert(latex, display, out var missing);
        unknown.UnionWith(missing);
        return display ? $"<span class=\"formula\">{math}</span>" : math;
    }

    private sealed class InlineFormula(MarkdownHtml owner) : HtmlObjectRenderer<MathInline>
    {
        protected override void Write(HtmlRenderer renderer, MathInline obj) => renderer.Write(owner.Formula(obj.Content.ToString(), obj.DelimiterCount == 2));
    }

    private sealed class BlockFormula(MarkdownHtml owner) : HtmlObjectRenderer<MathBlock>
    {
        protected override void Write(HtmlRenderer renderer, MathBlock obj) =>
            renderer.Write(owner.Formula(string.Join('\n', obj.Lines.Lines.Take(obj.Lines.Count)), true)).WriteLine();
    }
}
