using Seq2Seq.Display.Charts;
using Seq2Seq.Display.Places;
using Seq2Seq.Display.Scales;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Terminal;

/// <summary>Draws a chart in braille dots, or as rows of blocks when it is all bars.</summary>
internal static class ChartText
{
    private const int PlotRows = 14;

    public static void Print(TextPage page, Chart chart)
    {
        if (chart.Marks.OfType<BarMark>().Any() && (chart.X.Categories ?? chart.Y.Categories) is not null)
        {
            BarText.Print(page, chart);
            return;
        }
        if (chart.Marks.OfType<SurfaceMark>().FirstOrDefault() is { } surface)
        {
            HeatText.Print(page, chart, surface);
            return;
        }
        var (xRange, yRange) = chart.Ranges();
        var y = yRange.ToScale(4, nice: true, chart.PadY);
        var x = xRange.ToScale(5, nice: false, chart.PadX);
        var yTicks = y.Ticks(4);
        var margin = Math.Min(14, yTicks.Select(tick => CharacterWidth.Cells(tick.Label)).DefaultIfEmpty(0).Max());
        var canvas = new Braille(page.Width - margin - 2, PlotRows);
        foreach (var mark in chart.Marks)
            Draw(canvas, mark, x, y);
        if (chart.Y.Label.Length > 0)
            page.Line(Inert.Line(chart.Y.Label, page.Width));
        var labels = yTicks.ToLookup(tick => PlotRows - 1 - (int)Math.Clamp(y.Fraction(tick.Value) * PlotRows, 0, PlotRows - 1), tick => tick.Label);
        for (var row = 0; row < PlotRows; row++)
        {
            var label = labels[row].FirstOrDefault();
            page.Line(TextFit.Pad(label ?? "", margin, right: true) + (label is null ? " │" : " ┤") + canvas.Row(row, page));
        }
        page.Line(new string(' ', margin + 1) + "└" + new string('─', page.Width - margin - 2));
        page.Line(XLabels(x, margin + 2, page.Width));
        if (chart.X.Label.Length > 0)
            page.Line(Inert.Line(chart.X.Label, page.Width).PadLeft((page.Width + margin + chart.X.Label.Length) / 2));
        PrintLegend(page, chart, x, y);
    }

    private static void Draw(Braille canvas, Mark mark, Scale x, Scale y)
    {
        switch (mark)
        {
            case LineMark line:
                Stroke(canvas, line.X, line.Y, line.Color, x, y);
                break;
            case BandMark band:
                Stroke(canvas, band.X, band.Low, band.Color, x, y);
                Stroke(canvas, band.X, band.High, band.Color, x, y);
                break;
            case PointMark points:
                for (var i = 0; i < points.X.Length; i++)
                {
                    if (x.Accepts(points.X[i]) && y.Accepts(points.Y[i]))
                        canvas.Dot(X(canvas, x, points.X[i]), Y(canvas, y, points.Y[i]), points.Color);
                }
                break;
            case IntervalMark interval:
                for (var i = 0; i < interval.X.Length; i++)
                    Whisker(canvas, interval, i, x, y);
                break;
            case BarMark bars:
                Fill(canvas, bars, x, y);
                break;
            case RuleMark { Direction: RuleDirection.Horizontal } rule when y.Accepts(rule.At):
                for (var dot = 0; dot < canvas.Width; dot += 4)
                    canvas.Dot(dot, Y(canvas, y, rule.At), 7);
                break;
            case RuleMark { Direction: RuleDirection.Vertical } rule when x.Accepts(rule.At):
                for (var dot = 0; dot < canvas.Height; dot += 3)
                    canvas.Dot(X(canvas, x, rule.At), dot, 7);
                break;
            case RuleMark { Direction: RuleDirection.Diagonal }:
                var (low, high) = (Math.Max(x.Low, y.Low), Math.Min(x.High, y.High));
                for (var step = 0; step <= 60 && low < high; step++)
                {
                    var at = low + (high - low) * step / 60;
                    canvas.Dot(X(canvas, x, at), Y(canvas, y, at), 7);
                }
                break;
        }
    }

    private static void Stroke(Braille canvas, double[] xs, double[] ys, int color, Scale x, Scale y)
    {
        var area = new Area(0, 0, canvas.Width - 1, canvas.Height - 1);
        for (var i = 0; i < xs.Length; i++)
        {
            if (!x.Accepts(xs[i]) || !y.Accepts(ys[i]))
                continue;
            var b = (X: x.Fraction(xs[i]) * area.Width, Y: (1 - y.Fraction(ys[i])) * area.Height);
            var a = i > 0 && x.Accepts(xs[i - 1]) && y.Accepts(ys[i - 1])
                ? (X: x.Fraction(xs[i - 1]) * area.Width, Y: (1 - y.Fraction(ys[i - 1])) * area.Height)
                : b;
            if (Clip.Segment(area, ref a, ref b))
                canvas.Line((int)Math.Round(a.X), (int)Math.Round(a.Y), (int)Math.Round(b.X), (int)Math.Round(b.Y), color);
        }
    }

    private static void Whisker(Braille canvas, IntervalMark interval, int i, Scale x, Scale y)
    {
        if (x.Accepts(interval.X[i]) && y.Accepts(interval.Low[i]) && y.Accepts(interval.High[i]))
        {
            var at = X(canvas, x, interval.X[i]);
            canvas.Line(at, Y(canvas, y, interval.Low[i]), at, Y(canvas, y, interval.High[i]), interval.Color);
        }
    }

    private static void Fill(Braille canvas, BarMark bars, Scale x, Scale y)
    {
        for (var i = 0; i < bars.Value.Length; i++)
        {
            if (!y.Accepts(bars.Value[i]) || !x.Accepts(bars.From[i]) || !x.Accepts(bars.To[i]))
                continue;
            var (top, foot) = (Y(canvas, y, bars.Value[i]), y.Accepts(bars.Base[i]) ? Y(canvas, y, bars.Base[i]) : canvas.Height - 1);
            var (from, to) = (X(canvas, x, bars.From[i]), X(canvas, x, bars.To[i]));
            for (var column = from; column <= Math.Max(from, to - 1); column++)
                canvas.Line(column, top, column, foot, bars.Color);
        }
    }

    private static int X(Braille canvas, Scale x, double value) => (int)Math.Round(Math.Clamp(x.Fraction(value), -1, 2) * (canvas.Width - 1));

    private static int Y(Braille canvas, Scale y, double value) => (int)Math.Round((1 - Math.Clamp(y.Fraction(value), -1, 2)) * (canvas.Height - 1));

    private static string XLabels(Scale x, int margin, int width)
    {
        var line = new string(' ', width).ToCharArray();
        var free = 0;
        foreach (var tick in x.Ticks(Math.Max(2, width / 14)))
        {
            var label = Inert.Line(tick.Label, 12);
            if (CharacterWidth.Cells(label) != label.Length)
                continue;
            var at = margin + (int)(x.Fraction(tick.Value) * (width - margin - 1)) - label.Length / 2;
            at = Math.Clamp(at, 0, width - label.Length);
            if (at < free)
                continue;
            label.CopyTo(0, line, at, label.Length);
            free = at + label.Length + 1;
        }
        return new string(line);
    }

    // Without colour a series is told by where it ends.
    private static void PrintLegend(TextPage page, Chart chart, Scale x, Scale y)
    {
        var legend = chart.Legend;
        if (legend.Count == 0 || (legend.Count == 1 && !page.HasColor))
            return;
        foreach (var mark in legend.Take(24))
        {
            var series = chart.Marks.OfType<LineMark>().FirstOrDefault(line => line.Name == mark.Name);
            var end = series is { } line ? Enumerable.Range(0, line.X.Length).LastOrDefault(i => x.Accepts(line.X[i]) && y.Accepts(line.Y[i]), -1) : -1;
            var tail = end >= 0 ? $" (ends at {NumberText.Value(series!.Y[end])})" : "";
            page.Line(page.Paint("● ", mark.Color) + Inert.Line(mark.Name + tail, page.Width - 2));
        }
    }
}
