using Seq2Seq.Display.Plotly;
using Seq2Seq.Display.Svg;
using Seq2Seq.Display.Terminal;

namespace Seq2Seq.Display;

/// <summary>A picture of data: one immutable model that draws itself as SVG, as plotly.js JSON and as text.</summary>
/// <remarks>
/// Make one with the functions of this class (<see cref="Line"/>, <see cref="Bars"/>, <see cref="Scatter"/>, …), add to
/// it with the methods of what they return (each returns a new figure), and leave it as the last expression of a cell.
/// </remarks>
[TypeFormatterSource(typeof(ShowableFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public abstract partial record Figure : IShowable
{
    private protected Figure(string title) => Title = title ?? "";

    /// <summary>The line above the figure.</summary>
    public string Title { get; init; }

    /// <summary>One sentence below the figure: what to see in it.</summary>
    public string Caption { get; init; } = "";

    /// <summary>What a screen reader says; made from the data when empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>The width in pixels; a narrower page scales it down.</summary>
    public double Width { get; init; } = 640;

    /// <summary>The height of the drawing without titles and captions; chosen by the figure when 0.</summary>
    public double PlotHeight { get; init; }

    /// <summary>The figure as one self-contained SVG element: no script, no outside font, light and dark.</summary>
    public string ToSvg() => FigureSvg.Render(this);

    /// <summary>The figure as plotly.js JSON: an object with data and layout.</summary>
    public string ToPlotly() => PlotlyJson.Render(this);

    /// <summary>The figure in characters, for a terminal.</summary>
    /// <param name="width">Columns to use.</param>
    /// <param name="color">Whether to colour with ANSI escapes.</param>
    public string ToText(int width = 76, bool color = false) => FigureText.Render(this, Math.Clamp(width, 24, 400), color);

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle()
    {
        var svg = ToSvg();
        return new MimeBundle(ToText()).With(MimeTypes.Html, svg).With(MimeTypes.Svg, svg).With(MimeTypes.Plotly, ToPlotly());
    }

    /// <summary>One form alone, for those who ask for one; null if there is no such form.</summary>
    internal string? ToForm(string mimeType) => mimeType switch
    {
        MimeTypes.Text => ToText(),
        MimeTypes.Html or MimeTypes.Svg => ToSvg(),
        MimeTypes.Plotly => ToPlotly(),
        _ => null,
    };

    /// <summary>The figure in characters.</summary>
    public sealed override string ToString() => ToText();

    /// <summary>What is drawn between the title and the caption.</summary>
    internal abstract Panel ToPanel();

    /// <summary>Writes what a terminal shows between the title and the caption.</summary>
    internal abstract void Print(TextPage page);
}
