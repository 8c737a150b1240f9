using System.Text.Json.Nodes;
using Seq2Seq.Display.Colors;

namespace Seq2Seq.Display.Plotly;

/// <summary>A pair of axes on a plotly sheet and the part of it they cover.</summary>
internal sealed class PlotlyPlace(PlotlySheet sheet, string id, double left, double bottom, double width, double height)
{
    public PlotlySheet Sheet => sheet;

    public string X => "x" + id;

    public string Y => "y" + id;

    public double Right => left + width;

    public double Middle => bottom + height / 2;

    public double Height => height;

    public JsonObject SetAxis(bool isX, string title)
    {
        var (from, to) = isX ? (left, left + width) : (bottom, bottom + height);
        var axis = new JsonObject
        {
            ["domain"] = new JsonArray(Math.Round(from, 4), Math.Round(Math.Min(1, to), 4)),
            ["anchor"] = isX ? Y : X,
            ["gridcolor"] = "rgba(128,128,128,.25)",
            ["zeroline"] = false,
        };
        if (title.Length > 0)
            axis["title"] = new JsonObject { ["text"] = PlotlyJson.Escape(title) };
        sheet.Layout[(isX ? "xaxis" : "yaxis") + id] = axis;
        return axis;
    }

    /// <summary>An axis that only gives places: no line, no ticks.</summary>
    public JsonObject SetHiddenAxis(bool isX, double from, double to)
    {
        var axis = SetAxis(isX, "");
        axis.Remove("gridcolor");
        axis.Remove("zeroline");
        axis["visible"] = false;
        axis["range"] = PlotlyJson.Array([from, to]);
        return axis;
    }

    /// <summary>Adds a trace on these axes, in the legend once for each name.</summary>
    public JsonObject Trace(string type, string name)
    {
        var trace = new JsonObject { ["type"] = type, ["xaxis"] = X, ["yaxis"] = Y };
        if (name.Length > 0)
        {
            trace["name"] = PlotlyJson.Escape(name);
            trace["legendgroup"] = name;
        }
        trace["showlegend"] = sheet.IsFirstOf(name);
        sheet.Data.Add((JsonNode)trace);
        return trace;
    }

    public JsonObject ColorBar(string title)
    {
        var bar = new JsonObject { ["x"] = Math.Round(Right + 0.01, 4), ["y"] = Math.Round(Middle, 4), ["len"] = Math.Round(Math.Min(1, height), 4), ["thickness"] = 12 };
        if (title.Length > 0)
            bar["title"] = new JsonObject { ["text"] = PlotlyJson.Escape(title), ["side"] = "right" };
        return bar;
    }

    public static JsonArray Colors(bool isDiverging) => isDiverging
        ? new(new JsonArray(0, Tone.Cold.Light), new JsonArray(0.5, "#ffffff"), new JsonArray(1, Tone.Heat.Light))
        : new(new JsonArray(0, "#ffffff"), new JsonArray(1, Tone.Heat.Light));

    public static string Color(int color) => Tone.Of(color).Light;

    /// <summary>A palette colour with an opacity.</summary>
    public static string Veil(int color, double opacity)
    {
        var hex = Tone.Of(color).Light;
        var channels = Enumerable.Range(0, 3).Select(i => Convert.ToInt32(hex.Substring(1 + 2 * i, 2), 16));
        return FormattableString.Invariant($"rgba({string.Join(",", channels)},{opacity})");
    }
}
