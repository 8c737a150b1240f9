using Seq2Seq.Display.Charts;
using Seq2Seq.Display.Colors;
using Seq2Seq.Display.Pictures;
using Seq2Seq.Display.Places;
using Seq2Seq.Display.Scales;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Svg;

/// <summary>Draws a surface: bands of height as one picture, the lines between them as paths.</summary>
internal static class SurfaceMarks
{
    private const int PictureWidth = 360;
    private const int PictureHeight = 216;

    public static void Draw(SvgBuilder svg, AxisFrame frame, SurfaceMark surface)
    {
        var (grid, xs, ys) = Visible(frame, surface);
        var (low, high) = grid.Range(null);
        var levels = Levels(low, high, surface.Levels);
        DrawBands(svg, frame.Plot, grid, xs, ys, levels);
        svg.Open(Tone.None, Tone.Paper, 1, " stroke-opacity=\".7\"");
        var smooth = Resample(grid, xs, ys, 60, 36);
        foreach (var level in levels)
        {
            svg.BeginPath();
            foreach (var line in Isolines.Of(smooth, level))
                Stroke(svg, frame.Plot, smooth, line);
            svg.EndPath(NumberText.Value(level));
        }
        svg.Close();
        ColorKey.Draw(svg, new(frame.Plot.Right + 12, frame.Plot.Top, 12, frame.Plot.Height), new ColorScale(low, high, false), surface.ValueTitle);
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
        var fine = Resample(grid, xs, ys, PictureWidth, PictureHeight);
        var pixels = new byte[PictureWidth * PictureHeight];
        for (var i = 0; i < pixels.Length; i++)
        {
            // The picture's first row is the top.
            var height = fine[PictureHeight - 1 - i / PictureWidth, i % PictureWidth];
            if (double.IsFinite(height))
                pixels[i] = (byte)(20 + 235 * levels.Count(level => level <= height) / (levels.Count + 1));
        }
        var id = svg.FreeId("m");
        svg.Raw($"<mask id=\"{id}\">");
        svg.Image(plot.Left, plot.Top, plot.Width, plot.Height, Png.DataUri(PictureWidth, PictureHeight, 1, pixels), null);
        svg.Raw("</mask>");
        svg.Open(Tone.Heat);
        svg.Rectangle(plot.Left, plot.Top, plot.Width, plot.Height, more: $" mask=\"url(#{id})\"");
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

    // The surface at evenly spaced fractions of the axes, ends included.
    private static Grid Resample(Grid grid, double[] xs, double[] ys, int columns, int rows)
    {
        var cells = new double[rows * columns];
        if (grid.Rows < 2 || grid.Columns < 2)
            return new(0, 0, []);
        var across = Enumerable.Range(0, columns).Select(i => Locate(xs, i / (columns - 1.0))).ToArray();
        for (var row = 0; row < rows; row++)
        {
            var (y, up) = Locate(ys, row / (rows - 1.0));
            for (var column = 0; column < columns; column++)
            {
                var (x, along) = across[column];
                cells[row * columns + column] = x < 0 || y < 0 ? double.NaN
                    : Mix(Mix(grid[y, x], grid[y, x + 1], along), Mix(grid[y + 1, x], grid[y + 1, x + 1], along), up);
            }
        }
        return new(rows, columns, cells);
    }

    private static void Stroke(SvgBuilder svg, Area plot, Grid grid, List<(double X, double Y)> line)
    {
        var last = (X: double.NaN, Y: double.NaN);
        for (var i = 0; i < line.Count; i++)
        {
            var at = (X: plot.Left + line[i].X / (grid.Columns - 1) * plot.Width, Y: plot.Bottom - line[i].Y / (grid.Rows - 1) * plot.Height);
            if (i == 0)
                svg.MoveTo(at.X, at.Y);
            else if (i == line.Count - 1 || Math.Abs(at.X - last.X) + Math.Abs(at.Y - last.Y) >= 5)
                svg.LineTo(at.X, at.Y);
            else
                continue;
            last = at;
        }
    }
}
