using Seq2Seq.Display.Charts;
using Seq2Seq.Display.Colors;
using Seq2Seq.Display.Places;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Svg;

/// <summary>Draws points and, where there is room, their labels.</summary>
internal static class PointMarks
{
    private const int MostWithTips = 300;
    private const int MostLabels = 200;

    public static void Draw(SvgBuilder svg, AxisFrame frame, List<PointMark> groups)
    {
        var total = groups.Sum(group => group.X.Length);
        foreach (var group in groups)
        {
            if (total <= MostWithTips)
                DrawEach(svg, frame, group);
            else
                DrawMany(svg, frame, group);
        }
        var labels = new LabelPlaces(frame.Plot);
        if (total <= MostWithTips)
        {
            foreach (var group in groups)
                Reserve(frame, group, labels);
        }
        foreach (var group in groups.Where(group => group.Labels is not null))
            DrawLabels(svg, frame, group, labels);
    }

    private static void DrawEach(SvgBuilder svg, AxisFrame frame, PointMark group)
    {
        svg.Open(Tone.Of(group.Color), Tone.Paper, 0.8);
        for (var i = 0; i < group.X.Length; i++)
        {
            if (!Place(frame, group, i, out var x, out var y))
                continue;
            var tip = $"{(group.Labels is { } labels ? labels[i] : group.Name)}: {NumberText.Value(group.X[i])}, {NumberText.Value(group.Y[i])}";
            Shape(svg, group.Color, x, y, tip);
        }
        svg.Close();
    }

    // One dot for all points that fall on the same two pixels, in one path.
    private static void DrawMany(SvgBuilder svg, AxisFrame frame, PointMark group)
    {
        var taken = new HashSet<(int, int)>();
        svg.Open(Tone.None, Tone.Of(group.Color), 4, " stroke-linecap=\"round\" stroke-opacity=\".6\"");
        svg.BeginPath();
        for (var i = 0; i < group.X.Length && taken.Count < 6000; i++)
        {
            if (!Place(frame, group, i, out var x, out var y) || !taken.Add(((int)(x / 2), (int)(y / 2))))
                continue;
            svg.MoveTo(x, y);
            svg.Raw("h0");
        }
        svg.EndPath($"{(group.Name.Length > 0 ? group.Name : "points")}: {NumberText.Count(group.X.Length)}");
        svg.Close();
    }

    private static void DrawLabels(SvgBuilder svg, AxisFrame frame, PointMark group, LabelPlaces places)
    {
        svg.Open(Tone.Ink, more: " font-size=\"11.5\"");
        var stride = Math.Max(1, group.X.Length / MostLabels);
        for (var i = 0; i < group.X.Length; i += stride)
        {
            if (!Place(frame, group, i, out var x, out var y) || group.Labels![i].Length == 0)
                continue;
            var text = TextFit.Pixels(group.Labels[i], 11.5, 140);
            if (places.Find(x, y, CharacterWidth.Pixels(text, 11.5)) is { } place)
                svg.Text(place.Left, place.Top + 10, text);
        }
        svg.Close();
    }

    private static void Reserve(AxisFrame frame, PointMark group, LabelPlaces places)
    {
        for (var i = 0; i < group.X.Length; i++)
        {
            if (Place(frame, group, i, out var x, out var y))
                places.Reserve(new(x - 3, y - 3, 6, 6));
        }
    }

    private static bool Place(AxisFrame frame, PointMark group, int i, out double x, out double y)
    {
        (x, y) = (0, 0);
        if (!frame.X.Accepts(group.X[i]) || !frame.Y.Accepts(group.Y[i]))
            return false;
        (x, y) = (frame.PixelX(group.X[i]), frame.PixelY(group.Y[i]));
        return Clip.Contains(frame.Plot, x, y);
    }

    // Shapes differ with the colour: circle, square, triangle, diamond.
    private static void Shape(SvgBuilder svg, int color, double x, double y, string tip)
    {
        switch (color % 4)
        {
            case 0:
                svg.Circle(x, y, 4, tip);
                break;
            case 1:
                svg.Rectangle(x - 3.5, y - 3.5, 7, 7, tip);
                break;
            case 2:
                Corners(svg, tip, (x, y - 4.6), (x + 4.3, y + 3.4), (x - 4.3, y + 3.4));
                break;
            default:
                Corners(svg, tip, (x, y - 5), (x + 5, y), (x, y + 5), (x - 5, y));
                break;
        }
    }

    private static void Corners(SvgBuilder svg, string tip, params (double X, double Y)[] corners)
    {
        svg.BeginPath();
        svg.MoveTo(corners[0].X, corners[0].Y);
        foreach (var (x, y) in corners[1..])
            svg.LineTo(x, y);
        svg.ClosePath();
        svg.EndPath(tip);
    }
}
