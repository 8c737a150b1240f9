using System.Collections.Concurrent;
using System.Net;

namespace Seq2Seq.Host.Zmtp;

/// <summary>PUB: every message goes to every subscriber that wants its topic, and to nobody else.</summary>
internal sealed class PublisherSocket : ServerSocket
{
    private readonly ConcurrentDictionary<Peer, SubscriptionSet> _subscribers = new();

    /// <param name="endPoint">Where to listen.</param>
    /// <param name="name">How threads and the log call it.</param>
    /// <param name="log">Takes one line about a connection that was closed for what it sent.</param>
    /// <param name="outboxBytes">What may wait for one subscriber before messages to it are dropped.</param>
    /// <param name="limits">What one peer may send.</param>
    public PublisherSocket(
        IPEndPoint endPoint, string name, Action<string> log, long outboxBytes = 128L << 20, FrameLimits? limits = null)
        : base(endPoint, name, log, limits)
    {
        OutboxBytes = outboxBytes;
        Start();
    }

    /// <inheritdoc/>
    protected override string SocketType => "PUB";

    /// <inheritdoc/>
    protected override IReadOnlyCollection<string> PeerTypes { get; } = ["SUB", "XSUB"];

    /// <inheritdoc/>
    protected override long OutboxBytes { get; }

    /// <summary>Sends to everyone who wants the first frame. Never waits: a subscriber that does not read loses it.</summary>
    public void Publish(IReadOnlyList<byte[]> frames)
    {
        byte[]? wire = null;
        foreach (var (peer, subscriptions) in _subscribers)
        {
            if (subscriptions.Wants(frames[0]))
                peer.Send(wire ??= FrameWriter.Message(frames));
        }
    }

    /// <inheritdoc/>
    protected override void Joined(Peer peer) => _subscribers[peer] = new SubscriptionSet();

    /// <inheritdoc/>
    protected override void Left(Peer peer) => _subscribers.TryRemove(peer, out _);

    /// <inheritdoc/>
    protected override void Commanded(Peer peer, Command command)
    {
        if (!_subscribers.TryGetValue(peer, out var subscriptions))
            return;
        if (command.Name == "SUBSCRIBE")
            subscriptions.Add(command.Data.Span);
        else if (command.Name == "CANCEL")
            subscriptions.Remove(command.Data.Span);
    }

    /// <summary>The subscription of ZMTP 3.0: one frame, 01 or 00 and the prefix. Anything else a subscriber says is ignored.</summary>
    protected override void Received(Peer peer, List<byte[]> message)
    {
        if (message.Count != 1 || message[0].Length == 0 || !_subscribers.TryGetValue(peer, out var subscriptions))
            return;
        var prefix = message[0].AsSpan(1);
        if (message[0][0] == 1)
            subscriptions.Add(prefix);
        else if (message[0][0] == 0)
            subscriptions.Remove(prefix);
    }
}
