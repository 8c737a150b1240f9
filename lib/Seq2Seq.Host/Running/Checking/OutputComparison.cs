using System.Text.Json.Nodes;
using Seq2Seq.Host.Documents;

namespace Seq2Seq.Host.Running.Checking;

/// <summary>Compares a cell's outputs with the committed ones, byte for byte, and tells the difference so that it can be read.</summary>
internal static class OutputComparison
{
    /// <summary>Lines that describe what differs; none if nothing does.</summary>
    public static IReadOnlyList<string> Compare(JsonArray committed, JsonArray actual)
    {
        if (Canonical(committed) == Canonical(actual)) return [];
        var lines = new List<string>();
        for (var i = 0; i < Math.Max(committed.Count, actual.Count); i++)
        {
            var name = $"output {i + 1}";
            if (i >= committed.Count) lines.Add($"{name}: new: {Describe(actual[i]!)}");
            else if (i >= actual.Count) lines.Add($"{name}: gone: {Describe(committed[i]!)}");
            else CompareOutput(name, (JsonObject)committed[i]!, (JsonObject)actual[i]!, lines);
        }
        return lines;
    }

    private static void CompareOutput(string name, JsonObject committed, JsonObject actual, List<string> lines)
    {
        if (Canonical(committed) == Canonical(actual)) return;
        var (was, now) = (Kind(committed), Kind(actual));
        if (was != now)
        {
            lines.Add($"{name}: was {Describe(committed)}, is {Describe(actual)}");
            return;
        }
        switch (committed["output_type"]?.GetValue<string>())
        {
            case "stream":
                TextDifference.Describe($"{name} ({was})", MultilineText.Read(committed["text"]) ?? "", MultilineText.Read(actual["text"]) ?? "", lines);
                break;
            case "error":
                TextDifference.Describe($"{name} (error)", ErrorText(committed), ErrorText(actual), lines);
                break;
            default:
                CompareData(name, committed, actual, lines);
                break;
        }
        if (lines.Count == 0 || !lines[^1].StartsWith(name, StringComparison.Ordinal) && !lines.Any(line => line.StartsWith(name, StringComparison.Ordinal)))
            lines.Add($"{name}: its number or metadata differ");
    }

    private static void CompareData(string name, JsonObject committed, JsonObject actual, List<string> lines)
    {
        var was = committed["data"] as JsonObject ?? [];
        var now = actual["data"] as JsonObject ?? [];
        foreach (var gone in was.Select(form => form.Key).Except(now.Select(form => form.Key))) lines.Add($"{name}: {gone} is gone");
        foreach (var added in now.Select(form => form.Key).Except(was.Select(form => form.Key))) lines.Add($"{name}: {added} is new");
        var figure = false;
        // A figure's data tell the difference better than its drawing, its drawing better than its text.
        foreach (var (mimeType, value) in was.OrderBy(form => Rank(form.Key)))
        {
            if (!now.ContainsKey(mimeType) || Canonical(value) == Canonical(now[mimeType])) continue;
            var place = $"{name} ({mimeType})";
            if (mimeType.Contains("plotly", StringComparison.Ordinal) && FigureDifference.Describe(place, value, now[mimeType], lines)) figure = true;
            else if (figure) lines.Add($"{place}: differs with it");
            else if (DrawingDifference.Describe(place, Text(value), Text(now[mimeType]), lines)) figure = true;
            // Plain text says the same as HTML, and can be read.
            else if (mimeType == "text/html" && was.ContainsKey("text/plain") && Canonical(was["text/plain"]) != Canonical(now["text/plain"])) lines.Add($"{place}: differs with text/plain");
            else TextDifference.Describe(place, Text(value), Text(now[mimeType]), lines);
        }
    }

    private static int Rank(string mimeType) => mimeType switch
    {
        _ when mimeType.Contains("plotly", StringComparison.Ordinal) => 0,
        "image/svg+xml" => 1,
        "text/html" => 2,
        _ => 3,
    };

    private static string ErrorText(JsonObject error) =>
        $"{error["ename"]}: {error["evalue"]}\n{string.Join('\n', (error["traceback"] as JsonArray ?? []).Select(line => line?.ToString()))}";

    private static string Kind(JsonObject output) => output["output_type"]?.GetValue<string>() is "stream" ? output["name"]?.GetValue<string>() ?? "stream" : output["output_type"]?.GetValue<string>() ?? "?";

    private static string Describe(JsonNode node)
    {
        var output = (JsonObject)node;
        var text = Kind(output) switch
        {
            "error" => ErrorText(output).Split('\n')[0],
            "stdout" or "stderr" => MultilineText.Read(output["text"]) ?? "",
            _ => output["data"] is JsonObject data ? data["text/plain"] is { } plain ? Text(plain) : string.Join(", ", data.Select(form => form.Key)) : "",
        };
        text = text.ReplaceLineEndings(" ").Trim();
        return $"{Kind(output)} \"{(text.Length > 80 ? text[..80] + "..." : text)}\"";
    }

    private static string Text(JsonNode? node) => MultilineText.Read(node) ?? (node is null ? "null" : JsonText.Write(node));

    // Lists of lines and whole strings are the same text.
    private static string Canonical(JsonNode? node) => node switch
    {
        null => "null",
        JsonArray list when MultilineText.Read(list) is { } text && list.Count > 0 => JsonText.Write(JsonValue.Create(text)),
        JsonArray list => "[" + string.Join(',', list.Select(Canonical)) + "]",
        JsonObject map => "{" + string.Join(',', map.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => JsonText.Write(JsonValue.Create(pair.Key)) + ":" + Canonical(pair.Value))) + "}",
        _ => JsonText.Write(node),
    };
}
