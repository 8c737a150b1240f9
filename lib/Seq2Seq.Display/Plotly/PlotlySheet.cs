using System.Globalization;
using System.Text.Json.Nodes;
using Seq2Seq.Display.Charts;
using Seq2Seq.Display.Diagrams;

namespace Seq2Seq.Display.Plotly;

/// <summary>The traces and axes of one plotly figure; small multiples share it, each with axes of its own.</summary>
internal sealed class PlotlySheet
{
    private readonly JsonArray annotations = [];
    private readonly HashSet<string> named = new(StringComparer.Ordinal);
    private int axes;

    public JsonArray Data { get; } = [];

    public JsonObject Layout { get; } = [];

    public int LegendCount => named.Count;

    public void Annotate(JsonObject annotation)
    {
        annotations.Add((JsonNode)annotation);
        Layout["annotations"] = annotations;
    }

    /// <summary>Draws a figure into a part of the sheet: fractions from the left and from the bottom.</summary>
    public void Draw(Figure figure, double left, double bottom, double width, double height)
    {
        if (figure is MultiplesFigure multiples)
        {
            DrawPanels(multiples, left, bottom, width, height);
            return;
        }
        axes++;
        var id = axes == 1 ? "" : axes.ToString(CultureInfo.InvariantCulture);
        var place = new PlotlyPlace(this, id, left, bottom, width, height);
        switch (figure)
        {
            case ChartFigure chart:
                PlotlyChart.Draw(place, chart.ToChart());
                break;
            case HeatMapFigure map:
                PlotlyHeatMap.Draw(place, map);
                break;
            case ImagesFigure images:
                PlotlyImages.Draw(place, images);
                break;
            case GraphFigure graph:
                PlotlyDiagram.Draw(place, GraphLayout.Of(graph));
                break;
            case SearchTreeFigure tree:
                PlotlyDiagram.Draw(place, TreeLayout.Of(tree));
                break;
            case AlignmentFigure alignment:
                PlotlyDiagram.Draw(place, AlignmentLayout.Of(alignment));
                break;
        }
    }

    /// <summary>Whether this is the first trace of a name, the one that stands in the legend.</summary>
    public bool IsFirstOf(string name) => name.Length > 0 && named.Add(name);

    private void DrawPanels(MultiplesFigure figure, double left, double bottom, double width, double height)
    {
        var (columns, rows) = figure.Shape();
        var charts = SharedRanges.Of(figure);
        for (var i = 0; i < figure.Panels.Count; i++)
        {
            var (w, h) = (width / columns, height / rows);
            var x = left + i % columns * w;
            var y = bottom + (rows - 1 - i / columns) * h;
            var panel = figure.Panels[i];
            if (panel is HeatMapFigure map && SharedRanges.Colors(figure) is { } key)
                PlotlyHeatMap.Draw(Next(x, y, w * 0.86, h * 0.74), map with { Low = key.Low, High = key.High }, hasScale: i == figure.Panels.Count - 1);
            else if (charts[i] is { } chart)
                PlotlyChart.Draw(Next(x, y, w * 0.86, h * 0.74), chart);
            else
                Draw(panel, x, y, w * 0.86, h * 0.74);
            Annotate(new()
            {
                ["text"] = PlotlyJson.Escape(panel.Title),
                ["xref"] = "paper",
                ["yref"] = "paper",
                ["x"] = Math.Round(x, 4),
                ["y"] = Math.Round(y + h * 0.74, 4),
                ["xanchor"] = "left",
                ["yanchor"] = "bottom",
                ["showarrow"] = false,
            });
        }
    }

    private PlotlyPlace Next(double left, double bottom, double width, double height)
    {
        axes++;
        return new(this, axes == 1 ? "" : axes.ToString(CultureInfo.InvariantCulture), left, bottom, width, height);
    }
}
