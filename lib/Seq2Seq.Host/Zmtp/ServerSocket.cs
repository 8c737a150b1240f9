using System.Net;
using System.Net.Sockets;

namespace Seq2Seq.Host.Zmtp;

/// <summary>A listening ZMTP socket: accepts, shakes hands and reads, each connection on its own thread.</summary>
/// <remarks>
/// Threads of its own rather than the pool, because a cell may fill the pool and an interrupt has to get through all the
/// same. They block in the kernel while nothing comes: an idle socket uses no processor time.
/// </remarks>
internal abstract class ServerSocket : IDisposable
{
    private const int StackBytes = 256 << 10;
    private const int MaximumConnections = 512;
    private const int HandshakeMilliseconds = 10_000;

    private readonly TcpListener _listener;
    private readonly string _name;
    private readonly Action<string> _log;
    private readonly FrameLimits _limits;
    private readonly object _gate = new();
    private readonly HashSet<Socket> _connections = [];
    private readonly HashSet<Peer> _peers = [];
    private volatile bool _disposed;

    protected ServerSocket(IPEndPoint endPoint, string name, Action<string> log, FrameLimits? limits)
    {
        (_name, _log, _limits) = (name, log, limits ?? FrameLimits.Default);
        _listener = new TcpListener(endPoint);
        _listener.Start();
        EndPoint = (IPEndPoint)_listener.LocalEndpoint;
    }

    /// <summary>Where it listens; holds the port that was given when port 0 was asked for.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>Connections that are open now, shaken hands or not.</summary>
    public int ConnectionCount
    {
        get
        {
            lock (_gate)
                return _connections.Count;
        }
    }

    /// <summary>The name of this socket's type in the handshake.</summary>
    protected abstract string SocketType { get; }

    /// <summary>The socket types that may talk to this one.</summary>
    protected abstract IReadOnlyCollection<string> PeerTypes { get; }

    /// <summary>How many bytes may wait for one peer.</summary>
    protected virtual long OutboxBytes => 64L << 20;

    /// <summary>Waits until everything sent so far has left, or until patience ends.</summary>
    public bool Drain(TimeSpan patience)
    {
        var deadline = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        Peer[] peers;
        lock (_gate)
            peers = [.. _peers];
        var all = true;
        foreach (var peer in peers)
            all &= peer.Drain(TimeSpan.FromMilliseconds(Math.Max(0, deadline - Environment.TickCount64)));
        return all;
    }

    /// <summary>Closes the port and every connection.</summary>
    public void Dispose()
    {
        _disposed = true;
        _listener.Stop();
        Socket[] open;
        lock (_gate)
            open = [.. _connections];
        foreach (var socket in open)
            socket.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts accepting; the derived constructor calls it when its own fields stand.</summary>
    protected void Start() =>
        new Thread(AcceptAll, StackBytes) { IsBackground = true, Name = $"zmtp {_name} accept" }.Start();

    /// <summary>What to call a peer that gave this identity.</summary>
    protected virtual byte[] Name(byte[] given) => given;

    /// <summary>A peer has shaken hands.</summary>
    protected virtual void Joined(Peer peer)
    {
    }

    /// <summary>A whole message came from a peer.</summary>
    protected abstract void Received(Peer peer, List<byte[]> message);

    /// <summary>A command came from a peer; unknown ones are ignored.</summary>
    protected virtual void Commanded(Peer peer, Command command)
    {
    }

    /// <summary>A peer's connection has ended.</summary>
    protected virtual void Left(Peer peer)
    {
    }

    private void AcceptAll()
    {
        while (!_disposed)
        {
            try
            {
                var socket = _listener.AcceptSocket();
                if (!Admit(socket))
                    socket.Dispose();
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // Out of file handles, or a connection that was reset before it was accepted: breathe, then go on.
                if (!_disposed)
                    Thread.Sleep(50);
            }
        }
    }

    private bool Admit(Socket socket)
    {
        lock (_gate)
        {
            if (_disposed || _connections.Count >= MaximumConnections)
                return false;
            _connections.Add(socket);
        }

        new Thread(() => Serve(socket), StackBytes) { IsBackground = true, Name = $"zmtp {_name} read" }.Start();
        return true;
    }

    private void Serve(Socket socket)
    {
        Peer? peer = null;
        try
        {
            socket.NoDelay = true;
            using var stream = new NetworkStream(socket);
            var frames = new FrameReader(stream, _limits);
            socket.ReceiveTimeout = HandshakeMilliseconds;
            var identity = ShakeHands(stream, frames);
            socket.ReceiveTimeout = 0;

            peer = new Peer(socket, stream, Name(identity), OutboxBytes, $"zmtp {_name} write");
            lock (_gate)
                _peers.Add(peer);
            Joined(peer);
            var messages = new MessageReader(frames, _limits);
            while (true)
                Received(peer, messages.Read(command => Answer(peer, command)));
        }
        catch (ZmtpException error)
        {
            _log($"{_name}: connection closed. {error.Message}");
        }
        catch (Exception error) when (error is IOException or SocketException or InvalidOperationException)
        {
            // The other end has closed, or we have: a disposed stream says that it can't read.
        }
        catch (Exception error)
        {
            // Out of memory, most likely: no peer ends more than its own connection.
            _log($"{_name}: connection closed. {error.GetType().Name}: {error.Message}");
        }
        finally
        {
            lock (_gate)
            {
                _connections.Remove(socket);
                if (peer is not null)
                    _peers.Remove(peer);
            }

            if (peer is null)
            {
                socket.Dispose();
            }
            else
            {
                peer.Close();
                Left(peer);
            }
        }
    }

    // Our READY goes out only after the peer's greeting is in: libzmq 4.3.4 may close the connection otherwise.
    private byte[] ShakeHands(NetworkStream stream, FrameReader frames)
    {
        stream.Write(Greeting.Ours());
        Greeting.Receive(frames);
        stream.Write(ReadyCommand.Ours(SocketType));
        var first = frames.Read(0);
        if (!first.IsCommand)
            throw new ZmtpException("A message came before the handshake was over.");
        var ready = ReadyCommand.Parse(Command.Parse(first.Body));
        if (!PeerTypes.Contains(ready.SocketType, StringComparer.Ordinal))
            throw new ZmtpException($"A {SocketType} socket takes {string.Join(", ", PeerTypes)} peers, this one is of another type.");
        return ready.Identity;
    }

    private void Answer(Peer peer, Command command)
    {
        if (command.Name == "PING")
            peer.Send(command.Pong());
        else
            Commanded(peer, command);
    }
}
