using System.Numerics;
using Seq2Seq.Display.Charts;

namespace Seq2Seq.Display;

/// <summary>Points, in groups, with or without a label each.</summary>
[TypeFormatterSource(typeof(ShowableFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed record ScatterFigure : ChartFigure
{
    private IReadOnlyList<Mark> marks = [];

    internal ScatterFigure(string title, string x, string y)
        : base(title, x, y)
    {
    }

    /// <summary>Adds a group of points.</summary>
    /// <typeparam name="TX">A type of number.</typeparam>
    /// <typeparam name="TY">A type of number.</typeparam>
    /// <param name="name">Its name in the legend.</param>
    /// <param name="x">Where the points are along.</param>
    /// <param name="y">Where they are up, as many.</param>
    /// <param name="labels">What is written beside each point where there is room, as many; null for nothing.</param>
    public ScatterFigure Add<TX, TY>(string name, IEnumerable<TX> x, IEnumerable<TY> y, IEnumerable<string>? labels = null)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var (along, up, texts) = (Numbers.From(x), Numbers.From(y), labels?.Select(label => label ?? "").ToArray());
        var operation = $"Figure.Scatter(\"{Title}\").Add(\"{name}\")";
        Throw.IfLengthsDiffer(operation, "y", up.Length, "x", along.Length);
        if (texts is not null)
            Throw.IfLengthsDiffer(operation, "labels", texts.Length, "x", along.Length);
        var color = ColorOf(marks.Select(mark => mark.Name), name ?? "");
        return this with { marks = [.. marks, new PointMark(name ?? "", color, along, up, texts)] };
    }

    /// <summary>Adds a line through points, such as a fitted trend.</summary>
    /// <typeparam name="TX">A type of number.</typeparam>
    /// <typeparam name="TY">A type of number.</typeparam>
    /// <param name="name">Its name in the legend.</param>
    /// <param name="x">Where its corners are along.</param>
    /// <param name="y">Where they are up, as many.</param>
    public ScatterFigure Trend<TX, TY>(string name, IEnumerable<TX> x, IEnumerable<TY> y)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var (along, up) = (Numbers.From(x), Numbers.From(y));
        Throw.IfLengthsDiffer($"Figure.Scatter(\"{Title}\").Trend(\"{name}\")", "y", up.Length, "x", along.Length);
        var color = ColorOf(marks.Select(mark => mark.Name), name ?? "");
        return this with { marks = [.. marks, new LineMark(name ?? "", color, along, up)] };
    }

    internal override Chart ToChart() => new(XAxis, YAxis, [.. marks, .. Rules], PadX: 0.05, PadY: 0.05, Aspect: 0.6);
}
