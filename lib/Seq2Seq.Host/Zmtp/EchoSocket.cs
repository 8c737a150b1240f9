using System.Net;

namespace Seq2Seq.Host.Zmtp;

/// <summary>REP that answers every request with itself: Jupyter's heartbeat.</summary>
internal sealed class EchoSocket : ServerSocket
{
    /// <param name="endPoint">Where to listen.</param>
    /// <param name="name">How threads and the log call it.</param>
    /// <param name="log">Takes one line about a connection that was closed for what it sent.</param>
    /// <param name="limits">What one peer may send.</param>
    public EchoSocket(IPEndPoint endPoint, string name, Action<string> log, FrameLimits? limits = null)
        : base(endPoint, name, log, limits) => Start();

    /// <inheritdoc/>
    protected override string SocketType => "REP";

    /// <inheritdoc/>
    protected override IReadOnlyCollection<string> PeerTypes { get; } = ["REQ", "DEALER"];

    /// <summary>Every frame goes back as it came, the empty delimiter of REQ included.</summary>
    protected override void Received(Peer peer, List<byte[]> message) => peer.Send(FrameWriter.Message(message));
}
