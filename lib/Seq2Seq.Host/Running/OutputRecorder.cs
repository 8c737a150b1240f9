using System.Text.Json.Nodes;
using Seq2Seq.Host.Documents;
using Seq2Seq.Host.Scripting;

namespace Seq2Seq.Host.Running;

/// <summary>Turns what the cells of a notebook show into nbformat outputs; an update replaces the display it names, wherever it stands.</summary>
internal sealed class OutputRecorder : IOutputSink
{
    private readonly Dictionary<string, List<JsonObject>> displays = new(StringComparer.Ordinal);
    private int executionCount;

    /// <summary>The current cell's outputs.</summary>
    public JsonArray Outputs { get; private set; } = [];

    /// <summary>What comes from now on belongs to the next cell.</summary>
    public void Begin(int count)
    {
        executionCount = count;
        Outputs = [];
    }

    public void Write(CellOutput output)
    {
        switch (output)
        {
            case StreamOutput stream:
                WriteStream(stream);
                break;
            // A live display that was taken away leaves nothing behind.
            case DisplayOutput { IsUpdate: true, Id: { } gone, Data.Count: 0 } when displays.Remove(gone, out var removed):
                foreach (var display in removed) (display.Parent as JsonArray)?.Remove(display);
                break;
            case DisplayOutput { IsUpdate: true, Id: { } id } update when displays.TryGetValue(id, out var shown):
                foreach (var display in shown) display["data"] = Data(update.Data);
                break;
            case DisplayOutput display:
                WriteDisplay(display);
                break;
            case ErrorOutput error:
                Outputs.Add((JsonNode)new JsonObject
                {
                    ["ename"] = error.Name,
                    ["evalue"] = error.Value,
                    ["output_type"] = "error",
                    ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
                });
                break;
        }
    }

    private void WriteStream(StreamOutput stream)
    {
        if (Outputs.LastOrDefault() is JsonObject last && last["output_type"]!.GetValue<string>() == "stream" && last["name"]!.GetValue<string>() == stream.Name)
            last["text"] = MultilineText.Write(MultilineText.Read(last["text"]) + stream.Text);
        else
            Outputs.Add((JsonNode)new JsonObject { ["name"] = stream.Name, ["output_type"] = "stream", ["text"] = MultilineText.Write(stream.Text) });
    }

    private void WriteDisplay(DisplayOutput display)
    {
        var output = display.IsResult
            ? new JsonObject { ["data"] = Data(display.Data), ["execution_count"] = executionCount, ["metadata"] = new JsonObject(), ["output_type"] = "execute_result" }
            : new JsonObject { ["data"] = Data(display.Data), ["metadata"] = new JsonObject(), ["output_type"] = "display_data" };
        if (display.Id is { } id)
        {
            if (!displays.TryGetValue(id, out var shown)) displays[id] = shown = [];
            shown.Add(output);
        }
        Outputs.Add((JsonNode)output);
    }

    private static JsonObject Data(IReadOnlyDictionary<string, string> forms)
    {
        var data = new JsonObject();
        foreach (var (mimeType, text) in forms.OrderBy(form => form.Key, StringComparer.Ordinal))
        {
            data[mimeType] = Formatting.Json.IsJson(mimeType) ? AsJson(text)
                : mimeType.StartsWith("image/", StringComparison.Ordinal) && mimeType != "image/svg+xml" ? text
                : MultilineText.Write(text);
        }
        return data;
    }

    private static JsonNode? AsJson(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            return text;
        }
    }
}
