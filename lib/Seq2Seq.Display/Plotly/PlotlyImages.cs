using System.Text.Json.Nodes;
using Seq2Seq.Display.Pictures;

namespace Seq2Seq.Display.Plotly;

/// <summary>Images as plotly layout images, with their weights as heat maps over them.</summary>
internal static class PlotlyImages
{
    public static void Draw(PlotlyPlace place, ImagesFigure figure)
    {
        var columns = Math.Max(1, Math.Min(figure.ColumnCount > 0 ? figure.ColumnCount : 4, figure.Items.Count));
        var images = place.Sheet.Layout["images"] as JsonArray ?? [];
        var (labelX, labelY) = (new List<double>(), new List<double>());
        foreach (var (item, i) in figure.Items.Take(64).Select((item, i) => (item, i)))
        {
            var picture = item.Picture;
            var (x, y) = (i % columns * 1.1, -(i / columns) * 1.3);
            if (picture.Width > 0 && picture.Height > 0)
                images.Add((JsonNode)new JsonObject
                {
                    ["source"] = Png.DataUri(picture.Width, picture.Height, picture.Channels, picture.Pixels),
                    ["xref"] = place.X,
                    ["yref"] = place.Y,
                    ["x"] = x,
                    ["y"] = y,
                    ["sizex"] = 1,
                    ["sizey"] = Tall(picture),
                    ["xanchor"] = "left",
                    ["yanchor"] = "top",
                    ["sizing"] = "stretch",
                    ["layer"] = "below",
                });
            if (picture.Weights is { } weights)
                DrawWeights(place, weights, x, y, Tall(picture));
            labelX.Add(x);
            labelY.Add(y - Tall(picture) - 0.1);
        }
        place.Sheet.Layout["images"] = images;
        var labels = place.Trace("scatter", "");
        labels["mode"] = "text";
        labels["x"] = PlotlyJson.Array(labelX);
        labels["y"] = PlotlyJson.Array(labelY);
        labels["text"] = PlotlyJson.Texts(figure.Items.Take(64).Select(item => item.Label));
        labels["textposition"] = "middle right";
        var rows = (labelX.Count + columns - 1) / columns;
        place.SetHiddenAxis(true, -0.05, columns * 1.1);
        place.SetHiddenAxis(false, -Math.Max(1, rows) * 1.3, 0.05)["scaleanchor"] = place.X;
    }

    private static double Tall(Picture picture) => Math.Round(Math.Min(1, (double)picture.Height / Math.Max(1, picture.Width)), 4);

    private static void DrawWeights(PlotlyPlace place, Grid weights, double left, double top, double tall)
    {
        var trace = place.Trace("heatmap", "");
        trace.Remove("showlegend");
        trace["x0"] = Math.Round(left + 0.5 / Math.Max(1, weights.Columns), 6);
        trace["dx"] = Math.Round(1.0 / Math.Max(1, weights.Columns), 6);
        trace["y0"] = Math.Round(top - 0.5 * tall / Math.Max(1, weights.Rows), 6);
        trace["dy"] = Math.Round(-tall / Math.Max(1, weights.Rows), 6);
        trace["z"] = PlotlyJson.Rows(weights, _ => false);
        trace["hoverinfo"] = "skip";
        trace["showscale"] = false;
        // What gets no weight is veiled, as in the picture.
        trace["colorscale"] = new JsonArray(new JsonArray(0, "rgba(255,255,255,.8)"), new JsonArray(1, "rgba(255,255,255,0)"));
    }
}
