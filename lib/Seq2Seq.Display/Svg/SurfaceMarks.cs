using System.Globalization;
using Seq2Seq.Display.Charts;
using Seq2Seq.Display.Pictures;
using Seq2Seq.Display.Scales;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Svg;

/// <summary>Draws a surface: bands of height as one picture, the lines between them as paths.</summary>
internal static class SurfaceMarks
{
    private const int PictureWidth = 200;
    private const int PictureHeight = 120;

    public static void Draw(SvgBuilder svg, AxisFrame frame, SurfaceMark surface)
    {
        var (grid, xs, ys) = Visible(frame, surface);
        var (low, high) = grid.Range(null);
        var levels = Levels(low, high, surface.Levels);
        DrawBands(svg, frame.Plot, grid, xs, ys, levels);
        svg.Open(Tone.None, Tone.Paper, 1, " stroke-opacity=\".7\"");
        foreach (var level in levels)
        {
            svg.BeginPath();
            var pen = (double.NaN, double.NaN);
            foreach (var (a, b) in Isolines.Of(grid, level).Take(4000))
            {
                if (pen != a)
                    svg.MoveTo(Along(frame, xs, a.X), Up(frame, ys, a.Y));
                svg.LineTo(Along(frame, xs, b.X), Up(frame, ys, b.Y));
                pen = b;
            }
            svg.EndPath(NumberText.Value(level));
        }
        svg.Close();
        new ColorScale(low, high, false).DrawKey(svg, new(frame.Plot.Right + 12, frame.Plot.Top, 12, frame.Plot.Height), surface.ValueTitle);
    }

    /// <summary>Round heights between the lowest and the highest.</summary>
    public static IReadOnlyList<double> Levels(double low, double high, int about) =>
        [.. new LinearScale(low, high).Ticks(about).Select(tick => tick.Value).Where(level => level > low && level < high)];

    // Fractions of the axes at the grid's lines; on a logarithmic axis what is not positive has no place.
    private static (Grid Grid, double[] X, double[] Y) Visible(AxisFrame frame, SurfaceMark surface)
    {
        var columns = Enumerable.Range(0, surface.X.Length).Where(i => frame.X.Accepts(surface.X[i])).ToArray();
        var rows = Enumerable.Range(0, surface.Y.Length).Where(i => frame.Y.Accepts(surface.Y[i])).ToArray();
        var cells = rows.SelectMany(row => columns.Select(column => surface.Heights[row, column])).ToArray();
        return (new(rows.Length, columns.Length, cells), [.. columns.Select(i => frame.X.Fraction(surface.X[i]))],
            [.. rows.Select(i => frame.Y.Fraction(surface.Y[i]))]);
    }

    private static void DrawBands(SvgBuilder svg, Area plot, Grid grid, double[] xs, double[] ys, IReadOnlyList<double> levels)
    {
        if (grid.Rows < 2 || grid.Columns < 2)
            return;
        var pixels = new byte[PictureWidth * PictureHeight];
        var columns = Enumerable.Range(0, PictureWidth).Select(i => Locate(xs, (i + 0.5) / PictureWidth)).ToArray();
        for (var row = 0; row < PictureHeight; row++)
        {
            var (y, up) = Locate(ys, 1 - (row + 0.5) / PictureHeight);
            for (var column = 0; column < PictureWidth; column++)
            {
                var (x, along) = columns[column];
                if (x < 0 || y < 0)
                    continue;
                var height = Mix(Mix(grid[y, x], grid[y, x + 1], along), Mix(grid[y + 1, x], grid[y + 1, x + 1], along), up);
                if (double.IsFinite(height))
                    pixels[row * PictureWidth + column] = (byte)(20 + 235 * levels.Count(level => level <= height) / (levels.Count + 1));
            }
        }
        svg.Raw(string.Create(CultureInfo.InvariantCulture, $"<mask id=\"{SvgBuilder.Id}-m\">"));
        svg.Image(plot.Left, plot.Top, plot.Width, plot.Height, Png.DataUri(PictureWidth, PictureHeight, 1, pixels), null);
        svg.Raw("</mask>");
        svg.Open(Tone.Heat);
        svg.Rectangle(plot.Left, plot.Top, plot.Width, plot.Height, more: $" mask=\"url(#{SvgBuilder.Id}-m)\"");
        svg.Close();
    }

    // The interval a fraction lies in, and how far into it.
    private static (int Index, double Part) Locate(double[] places, double at)
    {
        var index = Array.BinarySearch(places, at);
        index = index >= 0 ? Math.Min(index, places.Length - 2) : ~index - 1;
        return index < 0 || index > places.Length - 2 ? (-1, 0) : (index, (at - places[index]) / (places[index + 1] - places[index]));
    }

    private static double Mix(double a, double b, double part) => a * (1 - part) + b * part;

    private static double Along(AxisFrame frame, double[] xs, double at) => frame.Plot.Left + Between(xs, at) * frame.Plot.Width;

    private static double Up(AxisFrame frame, double[] ys, double at) => frame.Plot.Bottom - Between(ys, at) * frame.Plot.Height;

    private static double Between(double[] places, double at)
    {
        var index = Math.Clamp((int)at, 0, places.Length - 1);
        return index + 1 < places.Length ? Mix(places[index], places[index + 1], at - index) : places[index];
    }
}
