using System.Text.Json.Nodes;
using Seq2Seq.Display.Charts;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Plotly;

/// <summary>A heat map as a plotly trace.</summary>
internal static class PlotlyHeatMap
{
    public static void Draw(PlotlyPlace place, HeatMapFigure map, bool hasScale = true)
    {
        var (grid, rowBlock, columnBlock) = GridReduction.Reduce(map.Values, 160, 320);
        var whole = rowBlock * columnBlock == 1;
        var trace = place.Trace("heatmap", "");
        trace.Remove("showlegend");
        var (low, high) = map.ColorEnds();
        trace["z"] = PlotlyJson.Rows(grid, i => whole && (map.Hidden?[i] ?? false));
        trace["zmin"] = PlotlyJson.Number(low);
        trace["zmax"] = PlotlyJson.Number(high);
        trace["colorscale"] = PlotlyPlace.Colors(map.IsDiverging);
        trace["showscale"] = hasScale;
        if (hasScale)
            trace["colorbar"] = place.ColorBar(map.ValueTitle);
        trace["hoverongaps"] = false;
        if (whole && (map.CellTexts is not null || map.HasValues))
        {
            trace["text"] = new JsonArray([.. Enumerable.Range(0, grid.Rows).Select(row => PlotlyJson.Texts(Enumerable.Range(0, grid.Columns)
                .Select(column => map.CellTexts?[row * grid.Columns + column] ?? NumberText.Value(Math.Round(grid[row, column], 2)))))]);
            trace["texttemplate"] = "%{text}";
        }
        Name(place.SetAxis(true, map.XTitle), map.Columns, grid.Columns, columnBlock);
        var y = place.SetAxis(false, map.YTitle);
        Name(y, map.Rows, grid.Rows, rowBlock);
        y["autorange"] = map.RisesUpwards && map.Rows is null ? true : "reversed";
        if (map.RisesUpwards && map.Rows is null)
            trace["z"] = new JsonArray([.. ((JsonArray)trace["z"]!).Reverse().Select(row => row!.DeepClone())]);
    }

    private static void Name(JsonObject axis, IReadOnlyList<string>? names, int count, int block)
    {
        if (names is null)
            return;
        var stride = Math.Max(1, count / 60);
        var shown = Enumerable.Range(0, count).Where(i => i % stride == 0).ToList();
        axis["tickvals"] = PlotlyJson.Array(shown.Select(i => (double)i));
        axis["ticktext"] = PlotlyJson.Texts(shown.Select(i => names[i * block]));
        axis["automargin"] = true;
    }
}
