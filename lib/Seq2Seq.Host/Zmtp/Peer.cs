using System.Net.Sockets;

namespace Seq2Seq.Host.Zmtp;

/// <summary>One connection that has shaken hands.</summary>
internal sealed class Peer
{
    private readonly Socket _socket;
    private readonly Outbox _outbox;

    public Peer(Socket socket, Stream stream, byte[] identity, long outboxBytes, string name)
    {
        _socket = socket;
        Identity = identity;
        _outbox = new Outbox(stream, () => socket.Poll(0, SelectMode.SelectWrite), outboxBytes, name, Close);
    }

    /// <summary>What the peer calls itself, or what the ROUTER calls it.</summary>
    public byte[] Identity { get; }

    /// <summary>Queues one message or command, already in wire form; false when it was dropped.</summary>
    public bool Send(byte[] wire) => _outbox.Offer(wire);

    /// <summary>Waits until everything sent so far has left.</summary>
    public bool Drain(TimeSpan patience) => _outbox.Drain(patience);

    /// <summary>Ends the connection; the thread that reads from it notices and takes the peer off the books.</summary>
    public void Close()
    {
        _outbox.Close();
        _socket.Dispose();
    }
}
