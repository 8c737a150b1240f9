using System.Numerics;
using Seq2Seq.Display.Charts;

namespace Seq2Seq.Display;

/// <summary>Curves: one or many series, with bands and intervals.</summary>
[TypeFormatterSource(typeof(ShowableFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed record LineFigure : ChartFigure
{
    private IReadOnlyList<Mark> marks = [];

    internal LineFigure(string title, string x, string y)
        : base(title, x, y)
    {
    }

    /// <summary>Adds a curve over 0, 1, 2, ….</summary>
    /// <typeparam name="T">A type of number.</typeparam>
    /// <param name="name">Its name in the legend.</param>
    /// <param name="y">Its heights.</param>
    public LineFigure Add<T>(string name, IEnumerable<T> y)
        where T : INumberBase<T>
    {
        var heights = Numbers.From(y);
        return With(new LineMark(name ?? "", Color(name), Numbers.Indices(heights.Length), heights));
    }

    /// <summary>Adds a curve.</summary>
    /// <typeparam name="TX">A type of number.</typeparam>
    /// <typeparam name="TY">A type of number.</typeparam>
    /// <param name="name">Its name in the legend; a band or interval of the same name has its colour.</param>
    /// <param name="x">Its places.</param>
    /// <param name="y">Its heights, as many.</param>
    /// <param name="dashed">Whether it is drawn dashed.</param>
    public LineFigure Add<TX, TY>(string name, IEnumerable<TX> x, IEnumerable<TY> y, bool dashed = false)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
    {
        var (places, heights) = Pair("Add", name, "y", x, y);
        return With(new LineMark(name ?? "", Color(name), places, heights, dashed));
    }

    /// <summary>Adds the shaded area between two curves.</summary>
    /// <typeparam name="TX">A type of number.</typeparam>
    /// <typeparam name="TY">A type of number.</typeparam>
    /// <param name="name">The series it belongs to.</param>
    /// <param name="x">Its places.</param>
    /// <param name="low">Its lower edge, as many.</param>
    /// <param name="high">Its upper edge, as many.</param>
    public LineFigure Band<TX, TY>(string name, IEnumerable<TX> x, IEnumerable<TY> low, IEnumerable<TY> high)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
    {
        var (places, bottom) = Pair("Band", name, "low", x, low);
        return With(new BandMark(name ?? "", Color(name), places, bottom, Pair("Band", name, "high", x, high).Y));
    }

    /// <summary>Adds a whisker from low to high at each place.</summary>
    /// <typeparam name="TX">A type of number.</typeparam>
    /// <typeparam name="TY">A type of number.</typeparam>
    /// <param name="name">The series it belongs to.</param>
    /// <param name="x">Its places.</param>
    /// <param name="low">The lower ends, as many.</param>
    /// <param name="high">The upper ends, as many.</param>
    public LineFigure Interval<TX, TY>(string name, IEnumerable<TX> x, IEnumerable<TY> low, IEnumerable<TY> high)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
    {
        var (places, bottom) = Pair("Interval", name, "low", x, low);
        return With(new IntervalMark(name ?? "", Color(name), places, bottom, Pair("Interval", name, "high", x, high).Y));
    }

    internal override Chart ToChart() => new(XAxis, YAxis, [.. marks, .. Rules]);

    private int Color(string? name) => ColorOf(marks.Select(mark => mark.Name), name ?? "");

    private LineFigure With(Mark mark) => this with { marks = [.. marks, mark] };

    private (double[] X, double[] Y) Pair<TX, TY>(string method, string? name, string part, IEnumerable<TX> x, IEnumerable<TY> y)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y, part);
        var (places, heights) = (Numbers.From(x), Numbers.From(y));
        Throw.IfLengthsDiffer($"Figure.Line(\"{Title}\").{method}(\"{name}\")", part, heights.Length, "x", places.Length);
        return (places, heights);
    }
}
