using System.Numerics;
using Seq2Seq.Display.Charts;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display;

/// <summary>How often values fall into bins; several groups share the bins.</summary>
[TypeFormatterSource(typeof(ShowableFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed record HistogramFigure : ChartFigure
{
    private IReadOnlyList<(string Name, double[] Values)> groups = [];

    internal HistogramFigure(string title, string x, int bins)
        : base(title, x, "count") => BinCount = bins;

    /// <summary>How many bins; chosen from the data when 0 (Freedman and Diaconis 1981).</summary>
    public int BinCount { get; init; }

    /// <summary>Whether bars show the share of their group instead of a count.</summary>
    public bool IsShare { get; init; }

    /// <summary>Adds a group of values.</summary>
    /// <typeparam name="T">A type of number.</typeparam>
    /// <param name="name">Its name in the legend.</param>
    /// <param name="values">The values.</param>
    public HistogramFigure Add<T>(string name, IEnumerable<T> values)
        where T : INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        return this with { groups = [.. groups, (name ?? "", Numbers.From(values))] };
    }

    /// <summary>Shows shares, so that groups of different sizes can be compared.</summary>
    public HistogramFigure AsShare() => this with { IsShare = true, YAxis = YAxis with { Title = "share" } };

    internal override Chart ToChart()
    {
        var edges = Bins.Edges(groups.Select(group => group.Values), BinCount, XAxis);
        var bars = groups.Select(group => ToMark(group.Name, group.Values, edges));
        return new(XAxis, YAxis, [.. bars, .. Rules], IncludeZeroY: true, Note: Note());
    }

    private BarMark ToMark(string name, double[] values, double[] edges)
    {
        var counts = Bins.Count(values, edges);
        var total = counts.Sum();
        var heights = IsShare && total > 0 ? [.. counts.Select(count => count / total)] : counts;
        var tips = heights.Select((height, i) => $"{(name.Length > 0 && groups.Count > 1 ? name + ", " : "")}" +
            $"{NumberText.Value(edges[i])} to {NumberText.Value(edges[i + 1])}: {NumberText.Value(height)}");
        return new(name, ColorOf(groups.Select(group => group.Name), name), edges[..^1], edges[1..], new double[heights.Length], heights,
            [.. tips], Hollow: groups.Count > 1);
    }

    private string Note()
    {
        var total = groups.Sum(group => (long)group.Values.Length);
        var left = groups.Sum(group => group.Values.LongCount(value => !double.IsFinite(value) || (XAxis.IsLog && value <= 0)));
        return left == 0 ? "" : $"{NumberText.Count(left)} of {NumberText.Count(total)} values " +
            $"{(XAxis.IsLog ? "are not finite and positive" : "are not finite")} and are left out.";
    }
}
