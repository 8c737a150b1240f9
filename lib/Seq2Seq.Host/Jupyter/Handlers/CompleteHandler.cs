using Seq2Seq.Host.Scripting;

namespace Seq2Seq.Host.Jupyter.Handlers;

/// <summary><c>complete_request</c>: what may stand at the cursor.</summary>
internal sealed class CompleteHandler(Task<ICellRunner> runner) : IRequestHandler
{
    /// <inheritdoc/>
    public string Kind => "complete_request";

    /// <inheritdoc/>
    public void Handle(Request request)
    {
        var code = request.Content.RequiredText("code");
        var cursor = request.Content.Number("cursor_pos") ?? int.MaxValue;
        var list = runner.GetAwaiter().GetResult()
            .CompleteAsync(code, CodePoints.ToUtf16(code, cursor), CancellationToken.None).GetAwaiter().GetResult();
        var start = CodePoints.FromUtf16(code, list.Start);
        var end = CodePoints.FromUtf16(code, list.End);
        request.Reply("complete_reply", json =>
        {
            Replies.Ok(json);
            json.WriteNumber("cursor_start", start);
            json.WriteNumber("cursor_end", end);
            json.WriteStartArray("matches");
            foreach (var item in list.Items)
                json.WriteStringValue(item.Text);
            json.WriteEndArray();

            // What JupyterLab and VS Code read to draw an icon beside each proposal.
            json.WriteStartObject("metadata");
            json.WriteStartArray("_jupyter_types_experimental");
            foreach (var item in list.Items)
            {
                json.WriteStartObject();
                json.WriteNumber("start", start);
                json.WriteNumber("end", end);
                json.WriteString("text", item.Text);
                json.WriteString("type", item.Kind);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
