namespace Seq2Seq.Host.Jupyter.Handlers;

/// <summary><c>comm_info_request</c>: this kernel offers no comm targets, so none is ever open.</summary>
internal sealed class CommInfoHandler : IRequestHandler
{
    /// <inheritdoc/>
    public string Kind => "comm_info_request";

    /// <inheritdoc/>
    public void Handle(Request request) => request.Reply("comm_info_reply", json =>
    {
        Replies.Ok(json);
        Replies.EmptyObject(json, "comms");
    });
}

/// <summary><c>comm_open</c>: refused by closing it, as the protocol wants for an unknown target.</summary>
internal sealed class CommOpenHandler : IRequestHandler
{
    /// <inheritdoc/>
    public string Kind => "comm_open";

    /// <inheritdoc/>
    public void Handle(Request request)
    {
        var id = request.Content.RequiredText("comm_id");
        request.Publish("comm_close", json =>
        {
            json.WriteString("comm_id", id);
            Replies.EmptyObject(json, "data");
        });
    }
}

/// <summary><c>comm_msg</c> and <c>comm_close</c>: there is no open comm they could be for.</summary>
internal sealed class ClosedCommHandler(string kind) : IRequestHandler
{
    /// <inheritdoc/>
    public string Kind => kind;

    /// <inheritdoc/>
    public void Handle(Request request)
    {
    }
}
