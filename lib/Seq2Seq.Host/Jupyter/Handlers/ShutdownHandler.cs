namespace Seq2Seq.Host.Jupyter.Handlers;

/// <summary><c>shutdown_request</c>: the process ends when the reply and the last idle are out; a restart is the client's work.</summary>
internal sealed class ShutdownHandler(Action end) : IRequestHandler
{
    /// <inheritdoc/>
    public string Kind => "shutdown_request";

    /// <inheritdoc/>
    public void Handle(Request request)
    {
        var restart = request.Content.Flag("restart", false);
        request.Reply("shutdown_reply", json =>
        {
            Replies.Ok(json);
            json.WriteBoolean("restart", restart);
        });
        request.Afterwards = end;
    }
}
