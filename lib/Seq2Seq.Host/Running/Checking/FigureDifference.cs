using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Seq2Seq.Host.Running.Checking;

/// <summary>Which series of a plotly figure differ, where and by how much.</summary>
internal static class FigureDifference
{
    /// <summary>Adds its lines; false if the two are no figures with data.</summary>
    public static bool Describe(string place, JsonNode? committed, JsonNode? actual, List<string> lines)
    {
        if (committed is not JsonObject was || actual is not JsonObject now || was["data"] is not JsonArray before || now["data"] is not JsonArray after) return false;
        var count = lines.Count;
        if (before.Count != after.Count) lines.Add($"{place}: {before.Count} series became {after.Count}");
        for (var i = 0; i < Math.Min(before.Count, after.Count); i++)
        {
            if (before[i] is JsonObject one && after[i] is JsonObject two && !JsonNode.DeepEquals(one, two)) CompareSeries($"{place}: series {Name(one, i)}", one, two, lines);
        }
        foreach (var key in was.Select(part => part.Key).Union(now.Select(part => part.Key)).Where(key => key != "data"))
        {
            if (!JsonNode.DeepEquals(was[key], now[key])) lines.Add($"{place}: {key} differs");
        }
        return lines.Count > count;
    }

    private static void CompareSeries(string place, JsonObject was, JsonObject now, List<string> lines)
    {
        foreach (var key in was.Select(part => part.Key).Union(now.Select(part => part.Key)))
        {
            if (JsonNode.DeepEquals(was[key], now[key])) continue;
            var before = Numbers(was[key]);
            var after = Numbers(now[key]);
            if (before is null || after is null) lines.Add($"{place}: {key} was {Brief(was[key])}, is {Brief(now[key])}");
            else if (before.Count != after.Count) lines.Add($"{place}: {key} had {before.Count} points, has {after.Count}");
            else lines.Add($"{place}: {key} {Points(before, after)}");
        }
    }

    private static string Points(List<double> before, List<double> after)
    {
        var different = Enumerable.Range(0, before.Count).Where(i => before[i] != after[i]).ToArray();
        if (different.Length == 0) return "is written differently";
        var first = different[0];
        var worst = different.MaxBy(i => Math.Abs(before[i] - after[i]));
        return string.Create(CultureInfo.InvariantCulture,
            $"differs at {different.Length} of {before.Count} points, first at [{first}]: {before[first]} -> {after[first]}, most at [{worst}]: by {Math.Abs(before[worst] - after[worst]):G4}");
    }

    private static string Name(JsonObject series, int index) => series["name"] is JsonValue name ? $"\"{name}\"" : (index + 1).ToString(CultureInfo.InvariantCulture);

    // Numbers, flattened row by row; a heat map's z is a list of lists.
    private static List<double>? Numbers(JsonNode? node)
    {
        if (node is not JsonArray list) return null;
        var numbers = new List<double>(list.Count);
        foreach (var item in list)
        {
            if (item is JsonArray && Numbers(item) is { } row) numbers.AddRange(row);
            else if (item is JsonValue value && value.GetValueKind() == JsonValueKind.Number) numbers.Add(value.GetValue<double>());
            else return null;
        }
        return numbers;
    }

    private static string Brief(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? "absent";
        return text.Length > 60 ? text[..60] + "..." : text;
    }
}
