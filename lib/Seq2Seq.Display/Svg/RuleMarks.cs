using Seq2Seq.Display.Charts;
using Seq2Seq.Display.Colors;
using Seq2Seq.Display.Places;

namespace Seq2Seq.Display.Svg;

/// <summary>Draws reference lines and what they mean.</summary>
internal static class RuleMarks
{
    public static void Draw(SvgBuilder svg, AxisFrame frame, RuleMark rule)
    {
        var plot = frame.Plot;
        var (a, b) = ((X: plot.Left, Y: plot.Bottom), (X: plot.Right, Y: plot.Top));
        switch (rule.Direction)
        {
            case RuleDirection.Horizontal when frame.Y.Accepts(rule.At):
                a.Y = b.Y = frame.PixelY(rule.At);
                break;
            case RuleDirection.Vertical when frame.X.Accepts(rule.At):
                a.X = b.X = frame.PixelX(rule.At);
                break;
            case RuleDirection.Diagonal:
                var (low, high) = (Math.Max(frame.X.Low, frame.Y.Low), Math.Min(frame.X.High, frame.Y.High));
                a = (frame.PixelX(low), frame.PixelY(low));
                b = (frame.PixelX(high), frame.PixelY(high));
                if (low >= high)
                    return;
                break;
            default:
                return;
        }
        if (!Clip.Segment(plot, ref a, ref b))
            return;
        // Paper beneath, so that line and label stand out from what they cross.
        svg.Open(Tone.None, Tone.Paper, 3, " stroke-opacity=\".7\"");
        svg.Segment(a.X, a.Y, b.X, b.Y);
        svg.Close();
        svg.Open(Tone.None, Tone.Ink, 1.2, " stroke-dasharray=\"5 4\"");
        svg.Segment(a.X, a.Y, b.X, b.Y);
        svg.Close();
        if (rule.Label.Length == 0)
            return;
        svg.Open(Tone.Ink, Tone.Paper, 3, " font-size=\"11.5\" paint-order=\"stroke\" stroke-linejoin=\"round\"");
        if (rule.Direction == RuleDirection.Vertical)
            svg.Text(a.X + (a.X > plot.CenterX ? -5 : 5), plot.Top + 12, rule.Label, a.X > plot.CenterX ? "end" : "start");
        else if (rule.Direction == RuleDirection.Diagonal)
            svg.Text(a.X + (b.X - a.X) * 0.3 - 5, a.Y + (b.Y - a.Y) * 0.3 - 4, rule.Label, "end");
        else
            svg.Text(plot.Right - 4, Math.Max(plot.Top + 12, b.Y - 5), rule.Label, "end");
        svg.Close();
    }
}
