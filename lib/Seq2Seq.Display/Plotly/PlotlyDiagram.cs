using System.Text.Json.Nodes;
using Seq2Seq.Display.Diagrams;

namespace Seq2Seq.Display.Plotly;

/// <summary>A diagram as plotly lines and labelled markers, in the places the layout gave them.</summary>
internal static class PlotlyDiagram
{
    public static void Draw(PlotlyPlace place, Diagram diagram)
    {
        foreach (var group in diagram.Links.GroupBy(link => (link.Color, link.IsDashed, Strong: link.Strength > 0.5)))
            DrawLinks(place, [.. group], group.Key.Color, group.Key.IsDashed, group.Key.Strong);
        foreach (var link in diagram.Links.Where(link => link.HasArrow))
            DrawArrow(place, link);
        foreach (var group in diagram.Boxes.GroupBy(box => (box.Color, box.IsFaint)))
            DrawBoxes(place, [.. group], group.Key.Color, group.Key.IsFaint);
        place.SetHiddenAxis(true, -20, diagram.Width + 20);
        place.SetHiddenAxis(false, diagram.Height + 20, -20);
    }

    private static string Color(int color) => color >= 0 ? PlotlyPlace.Color(color) : "#8a929a";

    private static void DrawLinks(PlotlyPlace place, List<Link> links, int color, bool isDashed, bool isStrong)
    {
        var trace = place.Trace("scatter", "");
        trace["mode"] = "lines";
        // A gap parts one line from the next.
        trace["x"] = PlotlyJson.Array(links.SelectMany(link => link.Places.Select(at => at.X).Append(double.NaN)));
        trace["y"] = PlotlyJson.Array(links.SelectMany(link => link.Places.Select(at => at.Y).Append(double.NaN)));
        trace["line"] = new JsonObject { ["color"] = Color(color), ["dash"] = isDashed ? "dash" : "solid", ["width"] = 1.6 };
        trace["opacity"] = isStrong ? 1 : 0.4;
        trace["hoverinfo"] = "skip";
    }

    private static void DrawArrow(PlotlyPlace place, Link link)
    {
        var (from, to) = (link.Places[^2], link.Places[^1]);
        place.Sheet.Annotate(new()
        {
            ["x"] = PlotlyJson.Number(to.X),
            ["y"] = PlotlyJson.Number(to.Y),
            ["ax"] = PlotlyJson.Number(from.X),
            ["ay"] = PlotlyJson.Number(from.Y),
            ["xref"] = place.X,
            ["yref"] = place.Y,
            ["axref"] = place.X,
            ["ayref"] = place.Y,
            ["text"] = PlotlyJson.Escape(link.Text),
            ["showarrow"] = true,
            ["arrowhead"] = 2,
            ["arrowcolor"] = "#8a929a",
        });
    }

    private static void DrawBoxes(PlotlyPlace place, List<Box> boxes, int color, bool isFaint)
    {
        var trace = place.Trace("scatter", "");
        trace["mode"] = "text";
        trace["x"] = PlotlyJson.Array(boxes.Select(box => box.X));
        trace["y"] = PlotlyJson.Array(boxes.Select(box => box.Y));
        trace["text"] = PlotlyJson.Texts(boxes.Select(box => box.Below.Length > 0 ? $"{box.Text}\n{box.Below}" : box.Text));
        trace["textposition"] = "middle center";
        trace["hovertext"] = PlotlyJson.Texts(boxes.Select(box => box.Tip.Length > 0 ? box.Tip : box.Text));
        trace["hoverinfo"] = "text";
        trace["textfont"] = new JsonObject { ["color"] = Color(isFaint ? -1 : color), ["weight"] = isFaint ? 400 : 600 };
    }
}
