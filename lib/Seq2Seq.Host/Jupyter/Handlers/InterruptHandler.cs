namespace Seq2Seq.Host.Jupyter.Handlers;

/// <summary><c>interrupt_request</c>: ends the running cell; harmless while none runs.</summary>
internal sealed class InterruptHandler(Action interrupt) : IRequestHandler
{
    /// <inheritdoc/>
    public string Kind => "interrupt_request";

    /// <inheritdoc/>
    public void Handle(Request request)
    {
        interrupt();
        request.Reply("interrupt_reply", Replies.Ok);
    }
}
