using Seq2Seq.Display.Charts;
using Seq2Seq.Display.Colors;

namespace Seq2Seq.Display.Svg;

/// <summary>Draws bars, their error bars, and intervals.</summary>
internal static class BarMarks
{
    private const int MostWithTips = 120;

    public static void Draw(SvgBuilder svg, AxisFrame frame, BarMark bars)
    {
        svg.Open(Tone.Of(bars.Color), bars.Hollow ? Tone.Of(bars.Color) : null, 1.2,
            bars.Hollow ? " fill-opacity=\".12\"" : Tone.IsSecondRound(bars.Color) ? " fill-opacity=\".55\"" : "");
        var many = bars.Value.Length > MostWithTips;
        if (many)
            svg.BeginPath();
        for (var i = 0; i < bars.Value.Length; i++)
        {
            if (!double.IsFinite(bars.Value[i]) || !Corners(frame, bars, i, out var x, out var y, out var w, out var h))
                continue;
            if (many)
                svg.Block(x, y, w, h);
            else
                svg.Rectangle(x, y, w, h, bars.Tips[i]);
        }
        if (many)
            svg.EndPath(bars.Name);
        svg.Close();
        if (bars.Low is { } low && bars.High is { } high)
        {
            svg.Open(Tone.None, Tone.Ink, 1.3);
            for (var i = 0; i < low.Length; i++)
                Whisker(svg, frame, bars.From[i] / 2 + bars.To[i] / 2, low[i], high[i], bars.Horizontal);
            svg.Close();
        }
    }

    public static void DrawIntervals(SvgBuilder svg, AxisFrame frame, IntervalMark interval)
    {
        svg.Open(Tone.None, Tone.Of(interval.Color), 1.4);
        var stride = Math.Max(1, interval.X.Length / 400);
        for (var i = 0; i < interval.X.Length; i += stride)
            Whisker(svg, frame, interval.X[i], interval.Low[i], interval.High[i], false);
        svg.Close();
    }

    private static bool Corners(AxisFrame frame, BarMark bars, int i, out double x, out double y, out double w, out double h)
    {
        var plot = frame.Plot;
        double left, right, top, bottom;
        if (bars.Horizontal)
        {
            (left, right) = Order(Foot(frame.X, bars.Base[i], plot.Left, frame.PixelX), frame.PixelX(bars.Value[i]));
            (top, bottom) = Order(frame.PixelY(bars.From[i]), frame.PixelY(bars.To[i]));
        }
        else
        {
            (left, right) = Order(frame.PixelX(bars.From[i]), frame.PixelX(bars.To[i]));
            (top, bottom) = Order(Foot(frame.Y, bars.Base[i], plot.Bottom, frame.PixelY), frame.PixelY(bars.Value[i]));
        }
        (left, right) = (Math.Clamp(left, plot.Left, plot.Right), Math.Clamp(right, plot.Left, plot.Right));
        (top, bottom) = (Math.Clamp(top, plot.Top, plot.Bottom), Math.Clamp(bottom, plot.Top, plot.Bottom));
        (x, y, w, h) = (left, top, right - left, bottom - top);
        return double.IsFinite(w) && double.IsFinite(h);
    }

    // On a logarithmic axis a bar stands on the axis: it has no zero.
    private static double Foot(Scales.Scale scale, double value, double edge, Func<double, double> pixel) =>
        scale.Accepts(value) ? pixel(value) : edge;

    private static (double, double) Order(double a, double b) => a <= b ? (a, b) : (b, a);

    private static void Whisker(SvgBuilder svg, AxisFrame frame, double at, double low, double high, bool horizontal)
    {
        var (across, along) = horizontal ? (frame.Y, frame.X) : (frame.X, frame.Y);
        if (!across.Accepts(at) || !along.Accepts(low) || !along.Accepts(high))
            return;
        svg.BeginPath();
        if (horizontal)
        {
            var y = frame.PixelY(at);
            var (from, to) = (Clamp(frame.PixelX(low), true), Clamp(frame.PixelX(high), true));
            Line(svg, from, y, to, y);
            Line(svg, from, y - 3, from, y + 3);
            Line(svg, to, y - 3, to, y + 3);
        }
        else
        {
            var x = Clamp(frame.PixelX(at), true);
            var (from, to) = (Clamp(frame.PixelY(low), false), Clamp(frame.PixelY(high), false));
            Line(svg, x, from, x, to);
            Line(svg, x - 3, from, x + 3, from);
            Line(svg, x - 3, to, x + 3, to);
        }
        svg.EndPath();

        double Clamp(double value, bool isX) => isX
            ? Math.Clamp(value, frame.Plot.Left, frame.Plot.Right)
            : Math.Clamp(value, frame.Plot.Top, frame.Plot.Bottom);
    }

    private static void Line(SvgBuilder svg, double x1, double y1, double x2, double y2)
    {
        svg.MoveTo(x1, y1);
        svg.LineTo(x2, y2);
    }
}
