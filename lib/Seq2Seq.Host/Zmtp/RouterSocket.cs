using System.Net;
using System.Security.Cryptography;

namespace Seq2Seq.Host.Zmtp;

/// <summary>ROUTER: many peers, each addressed by its identity.</summary>
/// <remarks>
/// A newcomer with the identity of an open connection takes it over (ipykernel sets ROUTER_HANDOVER for the same reason: a
/// browser reconnects under its old name while its old connection still hangs).
/// </remarks>
internal sealed class RouterSocket : ServerSocket
{
    private const int InventedIdentityLength = 5;

    private readonly Action<byte[], List<byte[]>> _received;
    private readonly Dictionary<string, Peer> _byIdentity = new(StringComparer.Ordinal);

    /// <param name="endPoint">Where to listen.</param>
    /// <param name="name">How threads and the log call it.</param>
    /// <param name="received">Called with the peer's identity and the frames, on that peer's own thread.</param>
    /// <param name="log">Takes one line about a connection that was closed for what it sent.</param>
    /// <param name="limits">What one peer may send.</param>
    public RouterSocket(
        IPEndPoint endPoint, string name, Action<byte[], List<byte[]>> received, Action<string> log, FrameLimits? limits = null)
        : base(endPoint, name, log, limits)
    {
        _received = received;
        Start();
    }

    /// <inheritdoc/>
    protected override string SocketType => "ROUTER";

    /// <inheritdoc/>
    protected override IReadOnlyCollection<string> PeerTypes { get; } = ["DEALER", "REQ", "ROUTER"];

    /// <summary>Sends one message to one peer; false when nobody has that identity (any more) or its box is full.</summary>
    public bool Send(byte[] identity, IReadOnlyList<byte[]> frames)
    {
        Peer? peer;
        lock (_byIdentity)
            _byIdentity.TryGetValue(Convert.ToHexString(identity), out peer);
        return peer is not null && peer.Send(FrameWriter.Message(frames));
    }

    /// <inheritdoc/>
    protected override byte[] Name(byte[] given)
    {
        if (given.Length > 0 && given[0] != 0)
            return given;

        // Names that were given never begin with 0, so an invented one cannot meet them.
        var invented = RandomNumberGenerator.GetBytes(InventedIdentityLength);
        invented[0] = 0;
        return invented;
    }

    /// <inheritdoc/>
    protected override void Joined(Peer peer)
    {
        Peer? former;
        lock (_byIdentity)
        {
            var key = Convert.ToHexString(peer.Identity);
            _byIdentity.TryGetValue(key, out former);
            _byIdentity[key] = peer;
        }

        former?.Close();
    }

    /// <inheritdoc/>
    protected override void Received(Peer peer, List<byte[]> message) => _received(peer.Identity, message);

    /// <inheritdoc/>
    protected override void Left(Peer peer)
    {
        lock (_byIdentity)
        {
            var key = Convert.ToHexString(peer.Identity);
            if (_byIdentity.TryGetValue(key, out var current) && ReferenceEquals(current, peer))
                _byIdentity.Remove(key);
        }
    }
}
