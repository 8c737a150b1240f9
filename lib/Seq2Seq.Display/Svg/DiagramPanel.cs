using System.Globalization;
using Seq2Seq.Display.Colors;
using Seq2Seq.Display.Diagrams;
using Seq2Seq.Display.Places;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Svg;

/// <summary>Draws a diagram, scaled down when it is larger than its area.</summary>
internal sealed class DiagramPanel(Diagram diagram) : Panel
{
    public override IReadOnlyList<string> Notes => diagram.Notes;

    public override IReadOnlyList<LegendEntry> Legend => [.. diagram.Groups.Select((group, i) => new LegendEntry(group, i, i % 2 == 1))];

    public override string Summary => diagram.Summary;

    public override double PreferredHeight(double width) => Math.Clamp(diagram.Height * Scale(width), 30, 1600);

    public override void Draw(SvgBuilder svg, Area area)
    {
        if (diagram.Boxes.Count == 0)
            return;
        var scale = Math.Min(Scale(area.Width), area.Height / Math.Max(1, diagram.Height));
        var left = area.Left + (diagram.IsCentered ? Math.Max(0, area.Width - diagram.Width * scale) / 2 : 0);
        double X(double x) => left + x * scale;
        double Y(double y) => area.Top + y * scale;
        foreach (var link in diagram.Links)
            DrawLink(svg, link, X, Y, scale);
        foreach (var paint in diagram.Boxes.GroupBy(box => (box.Color, box.IsFaint, box.HasFrame)))
            DrawFrames(svg, paint.Key.Color, paint.Key.IsFaint, paint.Key.HasFrame, [.. paint], X, Y, scale);
        DrawTexts(svg, X, Y, scale);
    }

    private double Scale(double width) => Math.Min(1, width / Math.Max(1, diagram.Width));

    private static void DrawFrames(SvgBuilder svg, int color, bool isFaint, bool hasFrame, List<Box> boxes,
        Func<double, double> x, Func<double, double> y, double scale)
    {
        if (!hasFrame)
            return;
        var tone = color >= 0 ? Tone.Of(color) : Tone.Soft;
        // Paper first: lines that end in the middle of a box must not show through.
        foreach (var pass in new[] { true, false })
        {
            svg.Open(pass ? Tone.Paper : tone, pass ? null : tone, 1.2, pass ? ""
                : $" fill-opacity=\"{(color >= 0 ? ".14" : ".06")}\"" + (isFaint ? " stroke-dasharray=\"4 3\" stroke-opacity=\".6\"" : ""));
            foreach (var box in boxes)
                svg.Rectangle(x(box.X - box.Width / 2), y(box.Y - box.Height / 2), box.Width * scale, box.Height * scale, pass ? null : box.Tip, " rx=\"5\"");
            svg.Close();
        }
    }

    private void DrawTexts(SvgBuilder svg, Func<double, double> x, Func<double, double> y, double scale)
    {
        foreach (var faint in new[] { false, true })
        {
            svg.Open(faint ? Tone.Soft : Tone.Ink, more: $" text-anchor=\"middle\" font-size=\"{SvgBuilder.Format(Box.FontSize * scale)}\"");
            foreach (var box in diagram.Boxes.Where(box => box.IsFaint == faint))
            {
                for (var i = 0; i < box.Lines.Length; i++)
                {
                    var at = box.Y + (i - (box.Lines.Length - 1) / 2.0) * Box.LineHeight + 4;
                    svg.Text(x(box.X), y(at), TextFit.Pixels(box.Lines[i], Box.FontSize, Math.Max(box.Width, 12)));
                }
            }
            svg.Close();
        }
        svg.Open(Tone.Soft, more: $" text-anchor=\"middle\" font-size=\"{SvgBuilder.Format(10.5 * scale)}\"");
        foreach (var box in diagram.Boxes.Where(box => box.Below.Length > 0))
            svg.Text(x(box.X), y(box.Y + box.Height / 2 + 11), box.Below);
        svg.Close();
    }

    private static void DrawLink(SvgBuilder svg, Link link, Func<double, double> x, Func<double, double> y, double scale)
    {
        var tone = link.Color >= 0 ? Tone.Of(link.Color) : Tone.Soft;
        var opacity = link.Strength < 1 ? string.Create(CultureInfo.InvariantCulture, $" stroke-opacity=\"{ColorKey.Opacity(Math.Max(0.06, link.Strength))}\"") : "";
        svg.Open(Tone.None, tone, link.Thickness, opacity + (link.IsDashed ? Dash.Pattern : ""));
        svg.BeginPath();
        var places = link.Places;
        svg.MoveTo(x(places[0].X), y(places[0].Y));
        for (var i = 1; i < places.Count; i++)
            svg.LineTo(x(places[i].X), y(places[i].Y));
        svg.EndPath(link.Tip);
        svg.Close();
        if (link.HasArrow && places.Count > 1)
            DrawArrow(svg, tone, places[^2], places[^1], x, y, scale);
        if (link.Text.Length > 0)
        {
            var (a, b) = (places[(places.Count - 1) / 2], places[(places.Count - 1) / 2 + 1]);
            svg.Open(Tone.Soft, Tone.Paper, 3, $" paint-order=\"stroke\" text-anchor=\"middle\" font-size=\"{SvgBuilder.Format(10.5 * scale)}\"");
            svg.Text(x((a.X + b.X) / 2), y((a.Y + b.Y) / 2 + 12), TextFit.Pixels(link.Text, 10.5, 160));
            svg.Close();
        }
    }

    private static void DrawArrow(SvgBuilder svg, Tone tone, (double X, double Y) from, (double X, double Y) to,
        Func<double, double> x, Func<double, double> y, double scale)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Sqrt(dx * dx + dy * dy);
        if (length < 1e-6)
            return;
        (dx, dy) = (dx / length, dy / length);
        var size = 7 * Math.Max(0.6, scale);
        var (tipX, tipY) = (x(to.X), y(to.Y));
        svg.Open(tone);
        svg.BeginPath();
        svg.MoveTo(tipX, tipY);
        svg.LineTo(tipX - dx * size - dy * size * 0.45, tipY - dy * size + dx * size * 0.45);
        svg.LineTo(tipX - dx * size + dy * size * 0.45, tipY - dy * size - dx * size * 0.45);
        svg.ClosePath();
        svg.EndPath();
        svg.Close();
    }
}
