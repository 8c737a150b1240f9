using System.Globalization;
using Seq2Seq.Display.Colors;
using Seq2Seq.Display.Places;
using Seq2Seq.Display.Scales;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Svg;

/// <summary>Two axes around a plot: how much room their labels take, and how they are drawn.</summary>
internal sealed class AxisFrame
{
    private const double TitleRoom = 20;
    private const double LabelSize = 12;
    private readonly List<(double At, string Text, bool IsTick)> bottomLabels = [];
    private readonly List<(double At, string Text, bool IsTick)> leftLabels = [];
    private readonly double bottomAngle;
    private readonly string xTitle;
    private readonly string yTitle;

    public AxisFrame(Area outer, Scale x, Scale y, string xTitle, string yTitle)
    {
        (X, Y, this.xTitle, this.yTitle) = (x, y, xTitle, yTitle);
        var above = 7.0;
        var below = 24 + (xTitle.Length > 0 ? TitleRoom : 0);
        var yTicks = y.Ticks(TickCount(y, outer.Height - above - below, 15, outer.Height > 200 ? 40 : 28));
        var widest = Math.Min(outer.Width * 0.35, yTicks.Select(tick => CharacterWidth.Pixels(tick.Label, LabelSize)).DefaultIfEmpty(0).Max());
        var left = widest + 9 + (yTitle.Length > 0 ? TitleRoom : 0);
        var room = Math.Max(1, outer.Width - left - 12);
        var xTicks = x.Ticks(x is CategoryScale ? int.MaxValue / 2 : Math.Max(2, (int)(room / 76)));
        (xTicks, bottomAngle, var labelHeight) = FitBelow(x, xTicks, room, outer.Height * 0.4);
        below = labelHeight + 10 + (xTitle.Length > 0 ? TitleRoom : 0);
        var overhang = x is CategoryScale || xTicks.Count == 0 ? 6
            : Math.Max(6, CharacterWidth.Pixels(xTicks[^1].Label, LabelSize) / 2 * x.Fraction(xTicks[^1].Value) - 2);
        Plot = outer.Inset(left, above, Math.Min(overhang, 40), below);
        foreach (var tick in xTicks)
            bottomLabels.Add((PixelX(tick.Value), bottomAngle == 0 ? tick.Label : TextFit.Pixels(tick.Label, LabelSize, outer.Height * 0.4), true));
        foreach (var tick in yTicks)
            leftLabels.Add((PixelY(tick.Value), TextFit.Pixels(tick.Label, LabelSize, widest + 1), true));
        Outer = outer;
    }

    public Area Outer { get; }

    public Area Plot { get; }

    public Scale X { get; }

    public Scale Y { get; }

    /// <summary>Where both axes begin and end, in pixels and in values: what reads the drawing can turn its pixels back into values.</summary>
    public string Calibration => Ends("x", X, Plot.Left, Plot.Right) + Ends("y", Y, Plot.Bottom, Plot.Top);

    public double PixelX(double value) => Plot.Left + X.Fraction(value) * Plot.Width;

    public double PixelY(double value) => Plot.Bottom - Y.Fraction(value) * Plot.Height;

    public void DrawGrid(SvgBuilder svg)
    {
        svg.Open(Tone.None, Tone.Grid);
        svg.BeginPath();
        foreach (var (at, _, _) in leftLabels.Where(_ => Y is not CategoryScale))
            Across(svg, Plot.Left, at, Plot.Right, at);
        foreach (var (at, _, _) in bottomLabels.Where(_ => X is not CategoryScale))
            Across(svg, at, Plot.Top, at, Plot.Bottom);
        svg.EndPath();
        svg.Close();
    }

    public void DrawAxes(SvgBuilder svg, bool lines = true)
    {
        if (lines)
        {
            svg.Open(Tone.None, Tone.Soft);
            svg.BeginPath();
            svg.MoveTo(Plot.Left, Plot.Top);
            svg.LineTo(Plot.Left, Plot.Bottom);
            svg.LineTo(Plot.Right, Plot.Bottom);
            svg.EndPath();
            svg.Close();
        }
        svg.Open(Tone.Soft);
        foreach (var (at, text, _) in bottomLabels)
        {
            if (bottomAngle == 0)
                svg.Text(at, Plot.Bottom + 16, text, "middle");
            else
                svg.Text(at + 4, Plot.Bottom + 11, text, "end", bottomAngle);
        }
        svg.Close();
        svg.Open(Tone.Soft, more: " text-anchor=\"end\"");
        foreach (var (at, text, _) in leftLabels)
            svg.Text(Plot.Left - 6, at + 4, text);
        svg.Close();
        svg.Open(Tone.Ink, more: " font-size=\"12.5\" text-anchor=\"middle\"");
        if (xTitle.Length > 0)
            svg.Text(Plot.CenterX, Outer.Bottom - 4, TextFit.Pixels(xTitle, 12.5, Outer.Width));
        if (yTitle.Length > 0)
            svg.Text(Outer.Left + 12, Plot.CenterY, TextFit.Pixels(yTitle, 12.5, Outer.Height), rotate: -90);
        svg.Close();
    }

    // How many labels fit: categories closer together than numbers.
    private static int TickCount(Scale scale, double room, double category, double number) =>
        Math.Max(2, (int)(room / (scale is CategoryScale ? category : number)));

    // Level if all fit; else slanted; else slanted and thinned.
    private static (IReadOnlyList<Tick> Ticks, double Angle, double Height) FitBelow(Scale scale, IReadOnlyList<Tick> ticks, double room, double deepest)
    {
        var widest = ticks.Take(2000).Select(tick => CharacterWidth.Pixels(tick.Label.Length > 60 ? tick.Label[..60] : tick.Label, LabelSize))
            .DefaultIfEmpty(0).Max();
        if (scale is not CategoryScale names)
            return (ticks.Count * (widest + 10) <= room || ticks.Count <= 2 ? ticks : [.. ticks.Where((_, i) => i % 2 == 0)], 0, 14);
        var each = room / Math.Max(1, names.Names.Count);
        if (widest + 6 <= each)
            return (ticks, 0, 14);
        var angle = each >= 20 ? -35 : -60;
        var fitting = each >= 15 ? ticks : scale.Ticks(Math.Max(1, (int)(room / 15)));
        var height = Math.Min(deepest, widest * Math.Sin(-angle * Math.PI / 180) + 12);
        return (fitting, angle, height);
    }

    private static void Across(SvgBuilder svg, double x1, double y1, double x2, double y2)
    {
        svg.MoveTo(x1, y1);
        svg.LineTo(x2, y2);
    }

    private static string Ends(string axis, Scale scale, double first, double last) => string.Create(CultureInfo.InvariantCulture,
        $" data-{axis}=\"{(scale is LogScale ? "log " : "")}{first:0.#} {scale.Low:G6} {last:0.#} {scale.High:G6}\"");
}
