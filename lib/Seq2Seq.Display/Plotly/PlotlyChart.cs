using System.Text.Json.Nodes;
using Seq2Seq.Display.Charts;

namespace Seq2Seq.Display.Plotly;

/// <summary>A chart as plotly traces.</summary>
internal static class PlotlyChart
{
    private const int MostPoints = 4000;

    public static void Draw(PlotlyPlace place, Chart chart)
    {
        SetAxis(place, chart, isX: true);
        SetAxis(place, chart, isX: false);
        foreach (var mark in chart.Marks)
            Draw(place, chart, mark);
        if (chart.Marks.OfType<BarMark>().Any())
            place.Sheet.Layout["barmode"] = "overlay";
    }

    private static void SetAxis(PlotlyPlace place, Chart chart, bool isX)
    {
        var axis = isX ? chart.X : chart.Y;
        var json = place.SetAxis(isX, axis.Label);
        if (axis.IsLog)
            json["type"] = "log";
        if (axis.Minimum is { } low && axis.Maximum is { } high && (!axis.IsLog || low > 0))
            json["range"] = axis.IsLog ? PlotlyJson.Array([Math.Log10(low), Math.Log10(high)]) : PlotlyJson.Array([low, high]);
        if (axis.Categories is { } names)
        {
            var stride = Math.Max(1, names.Count / 60);
            var shown = Enumerable.Range(0, names.Count).Where(i => i % stride == 0).ToList();
            json["tickvals"] = PlotlyJson.Array(shown.Select(i => (double)i));
            json["ticktext"] = PlotlyJson.Texts(shown.Select(i => names[i]));
            json["range"] = PlotlyJson.Array(axis.IsReversed ? [Math.Max(1, names.Count) - 0.5, -0.5] : [-0.5, Math.Max(1, names.Count) - 0.5]);
            json["automargin"] = true;
        }
    }

    private static void Draw(PlotlyPlace place, Chart chart, Mark mark)
    {
        switch (mark)
        {
            case LineMark line:
                DrawLine(place, chart, line);
                break;
            case BandMark band:
                DrawBand(place, band);
                break;
            case PointMark points:
                DrawPoints(place, points);
                break;
            case IntervalMark interval:
                DrawInterval(place, interval);
                break;
            case BarMark bars:
                DrawBars(place, bars);
                break;
            case SurfaceMark surface:
                DrawSurface(place, surface);
                break;
            case RuleMark rule:
                DrawRule(place, chart, rule);
                break;
        }
    }

    private static void DrawLine(PlotlyPlace place, Chart chart, LineMark line)
    {
        // What has no place on a logarithmic axis is a gap, here as in the picture.
        var y = Array.ConvertAll(line.Y, value => chart.Y.IsLog && value <= 0 ? double.NaN : value);
        var kept = Thinning.Keep(y, 0, y.Length, MostPoints / 4);
        var trace = place.Trace("scatter", line.Name);
        trace["mode"] = kept.Count <= 60 ? "lines+markers" : "lines";
        trace["x"] = PlotlyJson.Array(kept.Select(i => line.X[i]));
        trace["y"] = PlotlyJson.Array(kept.Select(i => y[i]));
        trace["line"] = new JsonObject { ["color"] = PlotlyPlace.Color(line.Color), ["dash"] = line.IsDrawnDashed ? "dash" : "solid" };
    }

    private static void DrawBand(PlotlyPlace place, BandMark band)
    {
        var kept = Thinning.Keep(band.High, 0, band.X.Length, MostPoints / 8);
        var trace = place.Trace("scatter", "");
        trace["mode"] = "lines";
        trace["x"] = PlotlyJson.Array(kept.Concat(Enumerable.Reverse(kept)).Select(i => band.X[i]));
        trace["y"] = PlotlyJson.Array(kept.Select(i => band.High[i]).Concat(Enumerable.Reverse(kept).Select(i => band.Low[i])));
        trace["fill"] = "toself";
        trace["fillcolor"] = PlotlyPlace.Veil(band.Color, 0.2);
        trace["line"] = new JsonObject { ["width"] = 0 };
        trace["hoverinfo"] = "skip";
    }

    private static void DrawPoints(PlotlyPlace place, PointMark points)
    {
        var trace = place.Trace("scatter", points.Name);
        var shown = Math.Min(points.X.Length, 2 * MostPoints);
        trace["mode"] = points.Labels is not null && points.X.Length <= 200 ? "markers+text" : "markers";
        trace["x"] = PlotlyJson.Array(points.X.Take(shown));
        trace["y"] = PlotlyJson.Array(points.Y.Take(shown));
        if (points.Labels is { } labels)
        {
            trace["text"] = PlotlyJson.Texts(labels.Take(shown));
            trace["textposition"] = "middle right";
        }
        string[] symbols = ["circle", "square", "triangle-up", "diamond"];
        trace["marker"] = new JsonObject { ["color"] = PlotlyPlace.Color(points.Color), ["symbol"] = symbols[points.Color % 4], ["size"] = 8 };
    }

    private static void DrawInterval(PlotlyPlace place, IntervalMark interval)
    {
        var trace = place.Trace("scatter", "");
        trace["mode"] = "markers";
        trace["x"] = PlotlyJson.Array(interval.X);
        trace["y"] = PlotlyJson.Array(interval.Low.Zip(interval.High, (low, high) => low / 2 + high / 2));
        trace["marker"] = new JsonObject { ["size"] = 1, ["color"] = PlotlyPlace.Color(interval.Color) };
        trace["error_y"] = new JsonObject
        {
            ["type"] = "data",
            ["array"] = PlotlyJson.Array(interval.Low.Zip(interval.High, (low, high) => high / 2 - low / 2)),
            ["color"] = PlotlyPlace.Color(interval.Color),
            ["thickness"] = 1.4,
        };
    }

    private static void DrawBars(PlotlyPlace place, BarMark bars)
    {
        var trace = place.Trace("bar", bars.Name);
        var (along, across) = bars.Horizontal ? ("y", "x") : ("x", "y");
        trace[along] = PlotlyJson.Array(bars.From.Zip(bars.To, (from, to) => from / 2 + to / 2));
        trace[across] = PlotlyJson.Array(bars.Value);
        trace["width"] = PlotlyJson.Array(bars.From.Zip(bars.To, (from, to) => to - from));
        trace["orientation"] = bars.Horizontal ? "h" : "v";
        trace["hovertext"] = PlotlyJson.Texts(bars.Tips);
        trace["hoverinfo"] = "text";
        trace["marker"] = new JsonObject
        {
            ["color"] = bars.Hollow ? PlotlyPlace.Veil(bars.Color, 0.2) : PlotlyPlace.Color(bars.Color),
            ["line"] = new JsonObject { ["color"] = PlotlyPlace.Color(bars.Color), ["width"] = bars.Hollow ? 1 : 0 },
        };
        if (bars.Low is not { } low || bars.High is not { } high)
            return;
        trace["error_" + across] = new JsonObject
        {
            ["type"] = "data",
            ["symmetric"] = false,
            ["color"] = "#7a828a",
            ["array"] = PlotlyJson.Array(high.Zip(bars.Value, (end, value) => end - value)),
            ["arrayminus"] = PlotlyJson.Array(low.Zip(bars.Value, (end, value) => value - end)),
        };
    }

    private static void DrawSurface(PlotlyPlace place, SurfaceMark surface)
    {
        var trace = place.Trace("contour", "");
        trace["x"] = PlotlyJson.Array(surface.X);
        trace["y"] = PlotlyJson.Array(surface.Y);
        trace["z"] = PlotlyJson.Rows(surface.Heights, _ => false);
        trace["colorscale"] = PlotlyPlace.Colors(false);
        trace["ncontours"] = surface.Levels;
        trace["colorbar"] = place.ColorBar(surface.ValueTitle);
        trace.Remove("showlegend");
    }

    private static void DrawRule(PlotlyPlace place, Chart chart, RuleMark rule)
    {
        if (!double.IsFinite(rule.At))
            return;
        var (x, y) = chart.Ranges();
        var (across, up) = (x.ToScale(5, nice: false, 0), y.ToScale(5, nice: true, 0));
        var (low, high) = (Math.Max(across.Low, up.Low), Math.Min(across.High, up.High));
        var trace = place.Trace("scatter", "");
        trace["mode"] = "lines";
        trace["x"] = PlotlyJson.Array(rule.Direction switch
        {
            RuleDirection.Horizontal => [across.Low, across.High],
            RuleDirection.Vertical => [rule.At, rule.At],
            _ => [low, high],
        });
        trace["y"] = PlotlyJson.Array(rule.Direction switch
        {
            RuleDirection.Horizontal => [rule.At, rule.At],
            RuleDirection.Vertical => [up.Low, up.High],
            _ => [low, high],
        });
        trace["line"] = new JsonObject { ["color"] = "#7a828a", ["dash"] = "dash", ["width"] = 1.2 };
        if (rule.Label.Length > 0)
        {
            trace["text"] = PlotlyJson.Texts(["", rule.Label]);
            trace["mode"] = "lines+text";
            trace["textposition"] = rule.Direction == RuleDirection.Vertical ? "top right" : "top left";
        }
    }
}
