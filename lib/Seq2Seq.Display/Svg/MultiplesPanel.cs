using Seq2Seq.Display.Charts;
using Seq2Seq.Display.Colors;
using Seq2Seq.Display.Places;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Svg;

/// <summary>Draws small figures in rows; shared titles stand once, at the edge.</summary>
internal sealed class MultiplesPanel : Panel
{
    private const double Gap = 14;
    private const double TitleRoom = 20;
    private readonly MultiplesFigure figure;
    private readonly List<Panel> panels;
    private readonly List<LegendEntry> legend;
    private readonly (double Low, double High, bool IsDiverging, string Title)? sharedKey;

    public MultiplesPanel(MultiplesFigure figure)
    {
        this.figure = figure;
        var charts = SharedRanges.Of(figure);
        sharedKey = SharedRanges.Colors(figure);
        var (columns, _) = figure.Shape();
        panels = [.. figure.Panels.Select((panel, i) => ToPanel(panel, charts[i],
            isBottom: i + columns >= figure.Panels.Count, isLeft: i % columns == 0))];
        legend = [.. panels.SelectMany(panel => panel.Legend).DistinctBy(entry => (entry.Name, entry.Color, entry.Dashed))];
    }

    public override IReadOnlyList<LegendEntry> Legend => legend;

    public override IReadOnlyList<string> Notes => figure.Panels.Count == 0 ? ["No data."]
        : [.. figure.Panels.SelectMany((panel, i) => panels[i].Notes.Select(note => panel.Title.Length > 0 ? $"{panel.Title}: {note}" : note)).Distinct().Take(6)];

    public override string Summary => $"{figure.Panels.Count} panels. " + string.Join(" ", figure.Panels.Take(6).Select((panel, i) => $"{panel.Title}: {panels[i].Summary}"));

    public override double PreferredHeight(double width)
    {
        var (columns, rows) = figure.Shape();
        width -= sharedKey is null ? 0 : ColorKey.Room;
        var each = (width - (columns - 1) * Gap) / columns;
        return Enumerable.Range(0, rows).Sum(row => RowHeight(row, columns, each) + Gap);
    }

    public override void Draw(SvgBuilder svg, Area area)
    {
        var (columns, rows) = figure.Shape();
        if (sharedKey is { } key)
        {
            var last = new Area(area.Right - ColorKey.Room + 8, area.Top + TitleRoom + 7, 12, Math.Min(area.Height - TitleRoom - 50, 160));
            ColorKey.Draw(svg, last, new ColorScale(key.Low, key.High, key.IsDiverging), key.Title);
            area = area.Inset(0, 0, ColorKey.Room, 0);
        }
        var each = (area.Width - (columns - 1) * Gap) / columns;
        var shrink = Math.Min(1, area.Height / Math.Max(1, PreferredHeight(area.Width + (sharedKey is null ? 0 : ColorKey.Room))));
        var top = area.Top;
        for (var row = 0; row < rows; row++)
        {
            var height = RowHeight(row, columns, each) * shrink;
            for (var i = row * columns; i < Math.Min(panels.Count, (row + 1) * columns); i++)
            {
                var box = new Area(area.Left + i % columns * (each + Gap), top, each, height);
                svg.Open(Tone.Ink, more: " font-size=\"12.5\" font-weight=\"600\"");
                svg.Text(box.Left, box.Top + 13, TextFit.Pixels(figure.Panels[i].Title, 13, each));
                svg.Close();
                panels[i].Draw(svg, box.Inset(0, TitleRoom, 0, 0));
            }
            top += height + Gap * shrink;
        }
    }

    private double RowHeight(int row, int columns, double width) =>
        TitleRoom + panels.Skip(row * columns).Take(columns).Select(panel => panel.PreferredHeight(width)).DefaultIfEmpty(0).Max();

    private Panel ToPanel(Figure panel, Chart? chart, bool isBottom, bool isLeft) => panel switch
    {
        ChartFigure when chart is not null => new ChartPanel(chart, !figure.SharesX || isBottom, !figure.SharesY || isLeft),
        HeatMapFigure map => new HeatPanel(sharedKey is { } key ? map with { Low = key.Low, High = key.High } : map,
            !figure.SharesX || isBottom, !figure.SharesY || isLeft, drawKey: sharedKey is null),
        _ => panel.ToPanel(),
    };
}
