using System.Numerics;
using Seq2Seq.Display.Charts;

namespace Seq2Seq.Display;

/// <summary>A surface seen from above: filled bands of height with the lines between them.</summary>
[TypeFormatterSource(typeof(ShowableFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed record ContourFigure : ChartFigure
{
    private readonly SurfaceMark surface;
    private IReadOnlyList<Mark> marks = [];

    internal ContourFigure(string title, double[] x, double[] y, Grid heights, string xTitle, string yTitle, string value)
        : base(title, xTitle, yTitle)
    {
        var operation = $"Figure.Contour(\"{title}\")";
        Throw.IfLengthsDiffer(operation, "x", x.Length, "a row of heights", heights.Columns);
        Throw.IfLengthsDiffer(operation, "y", y.Length, "a column of heights", heights.Rows);
        Throw.IfNotRising(operation, "x", x);
        Throw.IfNotRising(operation, "y", y);
        surface = new SurfaceMark(x, y, heights, value ?? "", 9);
    }

    /// <summary>Draws a path on the surface, such as the way an optimiser took.</summary>
    /// <typeparam name="TX">A type of number.</typeparam>
    /// <typeparam name="TY">A type of number.</typeparam>
    /// <param name="name">Its name in the legend.</param>
    /// <param name="x">Its corners along.</param>
    /// <param name="y">Its corners up, as many.</param>
    public ContourFigure Path<TX, TY>(string name, IEnumerable<TX> x, IEnumerable<TY> y)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var (along, up) = (Numbers.From(x), Numbers.From(y));
        Throw.IfLengthsDiffer($"Figure.Contour(\"{Title}\").Path(\"{name}\")", "y", up.Length, "x", along.Length);
        var color = 1 + ColorOf(marks.Select(mark => mark.Name), name ?? "");
        return this with { marks = [.. marks, new LineMark(name ?? "", color, along, up)] };
    }

    internal override Chart ToChart() => new(XAxis, YAxis, [surface, .. marks, .. Rules], Aspect: 0.6);
}
