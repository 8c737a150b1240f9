using System.Text.Json;

namespace Seq2Seq.Host.Jupyter;

/// <summary>A client's request on its way through the kernel, and the ways to answer it.</summary>
internal sealed class Request(Message message, byte[] identity, bool isAborted, Channel channel, IoPub ioPub)
{
    /// <summary>What the client sent.</summary>
    public Message Message => message;

    /// <summary>The client, as it is known on its channel.</summary>
    public byte[] Identity => identity;

    /// <summary>The fields of the content.</summary>
    public Fields Content => new(message.Content, "content");

    /// <summary>It waited behind a cell that failed.</summary>
    public bool IsAborted => isAborted;

    /// <summary>A reply was sent.</summary>
    public bool IsAnswered { get; private set; }

    /// <summary>What happens when the request is over, its idle status included.</summary>
    public Action? Afterwards { get; set; }

    /// <summary>Sends the reply to the client that asked.</summary>
    public void Reply(string kind, Action<Utf8JsonWriter> content)
    {
        IsAnswered = true;
        channel.Send(identity, message.Route, kind, message.HeaderJson, content);
    }

    /// <summary>Shows something to every client.</summary>
    public void Publish(string kind, Action<Utf8JsonWriter> content) => ioPub.Publish(kind, message.HeaderJson, content);

    /// <summary>Tells every client what the kernel is doing.</summary>
    public void PublishStatus(string state) => Publish("status", json => json.WriteString("execution_state", state));

    /// <summary>Ends every cell that waits behind this one unrun.</summary>
    public void AbortQueued() => channel.AbortQueued();
}
