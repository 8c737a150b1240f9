using System.Text.Json;

namespace Seq2Seq.Host.Jupyter.Handlers;

/// <summary><c>history_request</c>: cells of this session; earlier sessions are not kept.</summary>
internal sealed class HistoryHandler(History history) : IRequestHandler
{
    private const int ThisSession = 1;
    private const int DefaultTail = 10;

    /// <inheritdoc/>
    public string Kind => "history_request";

    /// <inheritdoc/>
    public void Handle(Request request)
    {
        var content = request.Content;
        var withOutput = content.Flag("output", false);
        var entries = content.Text("hist_access_type") switch
        {
            "range" when content.Number("session") is null or 0 or ThisSession =>
                history.Range(content.Number("start") ?? 0, content.Number("stop")),
            "search" => history.Search(content.Text("pattern") ?? "*", content.Number("n"), content.Flag("unique", false)),
            "tail" or null => history.Tail(Math.Max(0, content.Number("n") ?? DefaultTail)),
            _ => [],
        };
        request.Reply("history_reply", json => Content(json, entries, withOutput));
    }

    // (session, line, code) each, or (session, line, (code, output)).
    private static void Content(Utf8JsonWriter json, IReadOnlyList<HistoryEntry> entries, bool withOutput)
    {
        Replies.Ok(json);
        json.WriteStartArray("history");
        foreach (var entry in entries)
        {
            json.WriteStartArray();
            json.WriteNumberValue(ThisSession);
            json.WriteNumberValue(entry.Number);
            if (withOutput)
            {
                json.WriteStartArray();
                json.WriteStringValue(entry.Code);
                json.WriteStringValue(entry.Output);
                json.WriteEndArray();
            }
            else
            {
                json.WriteStringValue(entry.Code);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
