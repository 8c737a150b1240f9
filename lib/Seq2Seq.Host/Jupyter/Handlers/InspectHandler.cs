using Seq2Seq.Host.Scripting;

namespace Seq2Seq.Host.Jupyter.Handlers;

/// <summary><c>inspect_request</c>: what the symbol at the cursor is.</summary>
internal sealed class InspectHandler(Task<ICellRunner> runner) : IRequestHandler
{
    /// <inheritdoc/>
    public string Kind => "inspect_request";

    /// <inheritdoc/>
    public void Handle(Request request)
    {
        var code = request.Content.RequiredText("code");
        var cursor = request.Content.Number("cursor_pos") ?? int.MaxValue;
        var found = runner.GetAwaiter().GetResult()
            .InspectAsync(code, CodePoints.ToUtf16(code, cursor), CancellationToken.None).GetAwaiter().GetResult();
        request.Reply("inspect_reply", json =>
        {
            Replies.Ok(json);
            json.WriteBoolean("found", found is not null);
            var data = new Dictionary<string, string>();
            if (found is not null)
            {
                data["text/plain"] = found.Text;
                data["text/markdown"] = found.Markdown;
            }

            Replies.Bundle(json, data);
        });
    }
}
