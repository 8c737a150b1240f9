using Seq2Seq.Display.Charts;
using Seq2Seq.Display.Places;

namespace Seq2Seq.Display.Svg;

/// <summary>Draws a chart: grid, bands, bars, lines, points and rules, in that order.</summary>
internal sealed class ChartPanel(Chart chart, bool drawXTitle = true, bool drawYTitle = true) : Panel
{
    public override IReadOnlyList<LegendEntry> Legend => LegendOf(chart);

    public override IReadOnlyList<string> Notes => chart.Notes();

    public override string Summary => chart.Summary();

    public override double PreferredHeight(double width) => chart.Y.Categories is { } names
        ? Math.Clamp(names.Count * 26.0 + 60, 120, 900)
        : Math.Max(Math.Min(180, width), width * chart.Aspect);

    public override void Draw(SvgBuilder svg, Area area)
    {
        var (x, y) = chart.Ranges();
        var surface = chart.Marks.OfType<SurfaceMark>().FirstOrDefault();
        if (surface is not null)
            area = area.Inset(0, 0, ColorKey.Room, 0);
        var frame = new AxisFrame(area,
            x.ToScale(Math.Max(2, (int)(area.Width / 90)), nice: chart.IncludeZeroX, chart.PadX),
            y.ToScale(Math.Max(2, (int)(area.Height / 50)), nice: surface is null, chart.PadY),
            drawXTitle ? chart.X.Label : "", drawYTitle ? chart.Y.Label : "");
        frame.DrawGrid(svg);
        if (surface is not null)
            SurfaceMarks.Draw(svg, frame, surface);
        foreach (var band in chart.Marks.OfType<BandMark>())
            LineMarks.Draw(svg, frame, band);
        foreach (var bars in chart.Marks.OfType<BarMark>())
            BarMarks.Draw(svg, frame, bars);
        frame.DrawAxes(svg);
        foreach (var rule in chart.Marks.OfType<RuleMark>())
            RuleMarks.Draw(svg, frame, rule);
        var lines = chart.Marks.OfType<LineMark>().ToList();
        foreach (var line in lines)
            LineMarks.Draw(svg, frame, line, lines.Count);
        foreach (var interval in chart.Marks.OfType<IntervalMark>())
            BarMarks.DrawIntervals(svg, frame, interval);
        PointMarks.Draw(svg, frame, [.. chart.Marks.OfType<PointMark>()]);
    }
}
