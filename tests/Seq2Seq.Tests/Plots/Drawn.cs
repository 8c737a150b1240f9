using System.Text.Json;
using System.Xml.Linq;
using Seq2Seq.Display;

namespace Seq2Seq.Tests.Plots;

/// <summary>What a figure holds, read from what it gives to front ends.</summary>
internal sealed class Drawn : IDisposable
{
    private readonly JsonDocument _json;

    public Drawn(Figure figure)
    {
        _json = JsonDocument.Parse(figure.ToPlotly());
        // The picture must be one, too: well-formed, with a title that is read out.
        var svg = XDocument.Parse(figure.ToSvg());
        Assert.Equal("svg", svg.Root!.Name.LocalName);
        Assert.Contains(svg.Descendants(), element => element.Value == figure.Title);
    }

    public string Json => _json.RootElement.GetRawText();

    public string X => Text("xaxis");

    public string Y => Text("yaxis");

    public JsonElement Layout => _json.RootElement.GetProperty("layout");

    /// <summary>The names in the legend.</summary>
    public string[] Names => [.. Traces.Select(Name).Where(name => name.Length > 0)];

    /// <summary>The numbers of a named line, point set or bar group.</summary>
    public double[] Of(string name, string axis) => Numbers(Traces.First(trace => Name(trace) == name).GetProperty(axis));

    public string[] Labels(string name) =>
        [.. Traces.First(trace => Name(trace) == name).GetProperty("text").EnumerateArray().Select(text => text.GetString()!)];

    /// <summary>The cells of a heat map, row by row.</summary>
    public double[][] Cells => [.. Traces.First(trace => trace.GetProperty("type").GetString() == "heatmap").GetProperty("z")
        .EnumerateArray().Select(Numbers)];

    /// <summary>The names along an axis.</summary>
    public string[] Ticks(string axis) => [.. Layout.GetProperty(axis).GetProperty("ticktext").EnumerateArray().Select(tick => tick.GetString()!)];

    public bool IsLog(string axis) => Layout.GetProperty(axis).TryGetProperty("type", out var type) && type.GetString() == "log";

    public void Dispose() => _json.Dispose();

    private IEnumerable<JsonElement> Traces => _json.RootElement.GetProperty("data").EnumerateArray();

    private static string Name(JsonElement trace) => trace.TryGetProperty("name", out var name) ? name.GetString() ?? "" : "";

    private static double[] Numbers(JsonElement values) => [.. values.EnumerateArray().Select(value => value.GetDouble())];

    private string Text(string axis) => Layout.GetProperty(axis).GetProperty("title").GetProperty("text").GetString()!;
}
