using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Seq2Seq.Display.Colors;

namespace Seq2Seq.Display.Plotly;

/// <summary>A figure as plotly.js JSON: data and layout, for front ends that can make it interactive.</summary>
internal static class PlotlyJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Render(Figure figure)
    {
        var sheet = new PlotlySheet();
        sheet.Draw(figure, 0, 0, 1, 1);
        var layout = sheet.Layout;
        layout["title"] = new JsonObject { ["text"] = Escape(figure.Title), ["x"] = 0.02, ["xanchor"] = "left", ["y"] = 0.98, ["yanchor"] = "top" };
        layout["paper_bgcolor"] = "rgba(0,0,0,0)";
        layout["plot_bgcolor"] = "rgba(0,0,0,0)";
        layout["font"] = new JsonObject { ["color"] = "#7a828a", ["family"] = "system-ui, sans-serif" };
        layout["colorway"] = new JsonArray([.. Tone.Series.Select(tone => JsonValue.Create(tone.Light))]);
        layout["margin"] = new JsonObject { ["t"] = sheet.LegendCount > 1 ? 90 : 60, ["r"] = 30, ["b"] = figure.Caption.Length > 0 ? 105 : 60 };
        // Plotly's own validation fails on a legend that is not shown.
        if (sheet.LegendCount > 1)
            layout["legend"] = new JsonObject { ["orientation"] = "h", ["x"] = 0, ["y"] = 1.02, ["yanchor"] = "bottom" };
        layout["showlegend"] = sheet.LegendCount > 1;
        layout["hovermode"] = "closest";
        if (figure.Caption.Length > 0)
            sheet.Annotate(new()
            {
                ["text"] = Escape(figure.Caption),
                ["xref"] = "paper",
                ["yref"] = "paper",
                ["x"] = 0,
                ["y"] = 0,
                ["yshift"] = -95,
                ["xanchor"] = "left",
                ["showarrow"] = false,
            });
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
            new JsonObject { ["data"] = sheet.Data, ["layout"] = layout }.WriteTo(writer);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Text that plotly shows as it is: it reads a few HTML tags and entities.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal);

    /// <summary>Numbers to six digits; what JSON cannot hold becomes null, which plotly leaves out.</summary>
    public static JsonArray Array(IEnumerable<double> values) => new([.. values.Select(Number)]);

    public static JsonNode? Number(double value)
    {
        if (!double.IsFinite(value))
            return null;
        var rounded = double.Parse(value.ToString("G6", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
        // G6 of a value near the largest double rounds up to infinity.
        return JsonValue.Create(double.IsFinite(rounded) ? rounded : value);
    }

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(Escape(text)))]);

    /// <summary>Rows of a grid; cells that do not count become null.</summary>
    public static JsonArray Rows(Grid grid, Func<int, bool> isHidden) => new([.. Enumerable.Range(0, grid.Rows).Select(row =>
        new JsonArray([.. Enumerable.Range(0, grid.Columns).Select(column => row * grid.Columns + column)
            .Select(i => isHidden(i) ? null : Number(grid.Cells[i]))]))]);
}
