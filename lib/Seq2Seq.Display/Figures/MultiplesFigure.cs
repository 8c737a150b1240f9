using Seq2Seq.Display.Svg;
using Seq2Seq.Display.Terminal;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display;

/// <summary>Small figures side by side, their axes or colours shared so that they can be compared.</summary>
[TypeFormatterSource(typeof(ShowableFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed record MultiplesFigure : Figure
{
    internal MultiplesFigure(string title, IEnumerable<Figure> panels, int columns)
        : base(title)
    {
        Panels = [.. panels];
        ColumnCount = columns;
    }

    /// <summary>How many stand in a row; chosen from their number when 0.</summary>
    public int ColumnCount { get; init; }

    /// <summary>Whether all x axes show the same range.</summary>
    public bool SharesX { get; init; } = true;

    /// <summary>Whether all y axes show the same range, and all heat maps the same colours.</summary>
    public bool SharesY { get; init; } = true;

    internal IReadOnlyList<Figure> Panels { get; init; }

    /// <summary>Gives each panel its own ranges.</summary>
    /// <param name="x">Whether x is on its own.</param>
    /// <param name="y">Whether y (or the colour) is on its own.</param>
    public MultiplesFigure FreeScales(bool x = true, bool y = true) => this with { SharesX = !x, SharesY = !y };

    internal (int Columns, int Rows) Shape()
    {
        var columns = Math.Clamp(ColumnCount > 0 ? ColumnCount : Panels.Count <= 3 ? Math.Max(1, Panels.Count) : Panels.Count == 4 ? 2 : 3, 1, 12);
        return (columns, (Panels.Count + columns - 1) / columns);
    }

    internal override Panel ToPanel() => new MultiplesPanel(this);

    internal override void Print(TextPage page)
    {
        foreach (var panel in Panels)
        {
            page.Line("");
            page.Line(Inert.Line(panel.Title, page.Width));
            panel.Print(page);
        }
    }
}
