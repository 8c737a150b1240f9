using System.Globalization;
using Seq2Seq.Display.Colors;
using Seq2Seq.Display.Places;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Svg;

/// <summary>Draws the key that says which colour stands for which value.</summary>
internal static class ColorKey
{
    /// <summary>The width it needs right of a plot.</summary>
    public const double Room = 74;

    public static void Draw(SvgBuilder svg, Area area, ColorScale colors, string title)
    {
        const int Steps = 24;
        var bar = new Area(area.Left, area.Top, 12, area.Height);
        for (var side = 0; side < 2; side++)
        {
            svg.Open(side == 0 ? Tone.Heat : Tone.Cold);
            for (var step = 0; step < Steps; step++)
            {
                var fraction = (step + 0.5) / Steps;
                var signed = colors.IsDiverging ? 2 * fraction - 1 : fraction;
                if (side == 0 != signed >= 0)
                    continue;
                svg.Rectangle(bar.Left, bar.Bottom - (step + 1) * bar.Height / Steps, bar.Width, bar.Height / Steps + 0.3,
                    more: $" fill-opacity=\"{Opacity(Math.Abs(signed))}\"");
            }
            svg.Close();
        }
        svg.Open(Tone.None, Tone.Grid);
        svg.Rectangle(bar.Left, bar.Top, bar.Width, bar.Height);
        svg.Close();
        svg.Open(Tone.Soft, more: " font-size=\"11\"");
        svg.Text(bar.Right + 5, bar.Top + 10, Short(colors, colors.High));
        svg.Text(bar.Right + 5, bar.Bottom, Short(colors, colors.Low));
        if (colors.IsDiverging && bar.Height > 50)
            svg.Text(bar.Right + 5, bar.CenterY + 4, "0");
        if (title.Length > 0)
            svg.Text(bar.Right + (colors.IsDiverging ? 30 : 16), bar.CenterY, TextFit.Pixels(title, 11, Math.Max(20, bar.Height - 34)), "middle", -90);
        svg.Close();
    }

    // To a thousandth of the range: what is less than that is zero here.
    private static string Short(ColorScale colors, double value)
    {
        var range = colors.High - colors.Low;
        if (!(range > 0) || !double.IsFinite(range) || range > 1e6 || range < 1e-6)
            return NumberText.Value(value);
        return NumberText.Value(Math.Round(value, Math.Clamp(2 - (int)Math.Floor(Math.Log10(range)), 0, 10)));
    }

    public static string Opacity(double strength)
    {
        var hundredths = (int)Math.Round(strength * 100);
        return hundredths >= 100 ? "1" : hundredths <= 0 ? "0" : "." + (hundredths < 10 ? "0" : "") +
            (hundredths % 10 == 0 ? hundredths / 10 : hundredths).ToString(CultureInfo.InvariantCulture);
    }
}
