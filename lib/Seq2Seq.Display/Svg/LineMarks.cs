using Seq2Seq.Display.Charts;
using Seq2Seq.Display.Colors;
using Seq2Seq.Display.Places;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Svg;

/// <summary>Draws lines and bands, thinned to what the eye can see.</summary>
internal static class LineMarks
{
    private const int PointBudget = 1000;

    public static void Draw(SvgBuilder svg, AxisFrame frame, LineMark line, int lineCount)
    {
        var runs = Runs(frame, line.X, line.Y);
        var points = runs.Sum(run => run.End - run.Start);
        var share = PointBudget / Math.Max(1, lineCount);
        var buckets = Math.Max(30, share / 4);
        var dash = line.IsDrawnDashed ? Dash.Pattern : "";
        svg.Open(Tone.None, Tone.Of(line.Color), 2, " stroke-linejoin=\"round\" stroke-linecap=\"round\"" + dash);
        svg.BeginPath();
        foreach (var (start, end) in runs)
        {
            var mine = (int)Math.Max(2, (long)buckets * (end - start) / Math.Max(1, points));
            Stroke(svg, frame, line, Thinning.Keep(line.Y, start, end, mine));
        }
        var isDotted = points > 0 && points <= 32 && points * lineCount <= 200;
        svg.EndPath(Tip(line, runs), isDotted ? "" : frame.Calibration);
        svg.Close();
        if (isDotted)
            Dots(svg, frame, line, runs, points > 20 ? 2.2 : 2.8);
        else
            LonePoints(svg, frame, line, runs);
    }

    public static void Draw(SvgBuilder svg, AxisFrame frame, BandMark band)
    {
        var middle = band.Low.Zip(band.High, (low, high) => low + high).ToArray();
        svg.Open(Tone.Of(band.Color), more: " fill-opacity=\".2\"");
        svg.BeginPath();
        foreach (var (start, end) in Runs(frame, band.X, middle, band.Low, band.High))
        {
            var low = Thinning.Keep(band.Low, start, end, 120);
            var high = Thinning.Keep(band.High, start, end, 120);
            for (var i = 0; i < high.Count; i++)
                Corner(svg, frame, band.X[high[i]], band.High[high[i]], i == 0);
            for (var i = low.Count - 1; i >= 0; i--)
                Corner(svg, frame, band.X[low[i]], band.Low[low[i]], false);
            svg.ClosePath();
        }
        svg.EndPath(band.Name.Length > 0 ? band.Name + ": interval" : null);
        svg.Close();
    }

    // Stretches without a missing value.
    private static List<(int Start, int End)> Runs(AxisFrame frame, double[] x, params double[][] ys)
    {
        var runs = new List<(int, int)>();
        var start = -1;
        for (var i = 0; i <= x.Length; i++)
        {
            var fits = i < x.Length && frame.X.Accepts(x[i]) && Array.TrueForAll(ys, y => frame.Y.Accepts(y[i]));
            if (fits && start < 0)
                start = i;
            if (!fits && start >= 0)
            {
                runs.Add((start, i));
                start = -1;
            }
        }
        return runs;
    }

    private static void Stroke(SvgBuilder svg, AxisFrame frame, LineMark line, List<int> kept)
    {
        var pen = (X: double.NaN, Y: double.NaN);
        for (var i = 1; i < kept.Count; i++)
        {
            var a = (X: frame.PixelX(line.X[kept[i - 1]]), Y: frame.PixelY(line.Y[kept[i - 1]]));
            var b = (X: frame.PixelX(line.X[kept[i]]), Y: frame.PixelY(line.Y[kept[i]]));
            if (!Clip.Segment(frame.Plot, ref a, ref b))
                continue;
            if (pen != a)
                svg.MoveTo(a.X, a.Y);
            svg.LineTo(b.X, b.Y);
            pen = b;
        }
    }

    private static void Dots(SvgBuilder svg, AxisFrame frame, LineMark line, List<(int Start, int End)> runs, double radius)
    {
        svg.Open(Tone.Of(line.Color));
        foreach (var (start, end) in runs)
        {
            for (var i = start; i < end; i++)
            {
                var (x, y) = (frame.PixelX(line.X[i]), frame.PixelY(line.Y[i]));
                if (Clip.Contains(frame.Plot, x, y))
                    svg.Circle(x, y, radius, $"{Prefix(line)}{NumberText.Value(line.X[i])}, {NumberText.Value(line.Y[i])}");
            }
        }
        svg.Close();
    }

    // A point between two gaps has no line to show it.
    private static void LonePoints(SvgBuilder svg, AxisFrame frame, LineMark line, List<(int Start, int End)> runs)
    {
        var lone = runs.Where(run => run.End - run.Start == 1).Take(200).ToList();
        if (lone.Count > 0)
            Dots(svg, frame, line, lone, 2);
    }

    private static void Corner(SvgBuilder svg, AxisFrame frame, double x, double y, bool first)
    {
        var px = Math.Clamp(frame.PixelX(x), frame.Plot.Left, frame.Plot.Right);
        var py = Math.Clamp(frame.PixelY(y), frame.Plot.Top, frame.Plot.Bottom);
        if (first)
            svg.MoveTo(px, py);
        else
            svg.LineTo(px, py);
    }

    private static string Prefix(LineMark line) => line.Name.Length > 0 ? line.Name + ": " : "";

    private static string? Tip(LineMark line, List<(int Start, int End)> runs)
    {
        if (runs.Count == 0)
            return null;
        var (first, last) = (runs[0].Start, runs[^1].End - 1);
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var (start, end) in runs)
        {
            for (var i = start; i < end; i++)
                (low, high) = (Math.Min(low, line.Y[i]), Math.Max(high, line.Y[i]));
        }
        return $"{Prefix(line)}{NumberText.Count(line.X.Length)} points, from {NumberText.Value(line.Y[first])} " +
            $"to {NumberText.Value(line.Y[last])}, lowest {NumberText.Value(low)}, highest {NumberText.Value(high)}";
    }
}
