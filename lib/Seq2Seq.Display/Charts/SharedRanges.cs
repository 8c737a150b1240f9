using Seq2Seq.Display.Scales;

namespace Seq2Seq.Display.Charts;

/// <summary>Gives the charts of small multiples one range for all.</summary>
internal static class SharedRanges
{
    /// <summary>The chart of each panel; null where a panel is no chart.</summary>
    public static IReadOnlyList<Chart?> Of(MultiplesFigure figure)
    {
        var charts = figure.Panels.Select(panel => (panel as ChartFigure)?.ToChart()).ToList();
        var present = charts.OfType<Chart>().ToList();
        if (present.Count < 2)
            return charts;
        var (x, y) = (figure.SharesX ? Union(present, chart => chart.X, chart => chart.Ranges().X) : null,
            figure.SharesY ? Union(present, chart => chart.Y, chart => chart.Ranges().Y) : null);
        return [.. charts.Select(chart => chart is null ? null : chart with { X = With(chart.X, x), Y = With(chart.Y, y) })];
    }

    /// <summary>The colours of all heat maps; null unless all panels are heat maps that share them.</summary>
    public static (double Low, double High, bool IsDiverging, string Title)? Colors(MultiplesFigure figure)
    {
        var maps = figure.Panels.OfType<HeatMapFigure>().ToList();
        if (!figure.SharesY || maps.Count < 2 || maps.Count < figure.Panels.Count || maps.Any(map => map.IsDiverging != maps[0].IsDiverging))
            return null;
        var ends = maps.Select(map => map.ColorEnds()).ToList();
        return (ends.Min(end => end.Low), ends.Max(end => end.High), maps[0].IsDiverging, maps[0].ValueTitle);
    }

    private static (double Low, double High)? Union(List<Chart> charts, Func<Chart, Axis> axis, Func<Chart, AxisRange> range)
    {
        var first = axis(charts[0]);
        if (charts.Any(chart => axis(chart).Categories is not null || axis(chart).IsLog != first.IsLog))
            return null;
        var scales = charts.Select(range).Where(each => !each.IsEmpty || each.Axis.Minimum is not null)
            .Select(each => each.ToScale(4, nice: true, padding: 0)).ToList();
        return scales.Count == 0 ? null : (scales.Min(scale => scale.Low), scales.Max(scale => scale.High));
    }

    private static Axis With(Axis axis, (double Low, double High)? range) =>
        range is { } both ? axis with { Minimum = axis.Minimum ?? both.Low, Maximum = axis.Maximum ?? both.High } : axis;
}
