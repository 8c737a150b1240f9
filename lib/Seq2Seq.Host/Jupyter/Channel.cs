using System.Net;
using System.Text.Json;
using Seq2Seq.Host.Zmtp;

namespace Seq2Seq.Host.Jupyter;

/// <summary>Shell or control: takes requests one after the other on a thread of its own, busy before each, idle after each.</summary>
internal sealed class Channel : IDisposable
{
    private const long MaximumWaiting = 512L << 20;

    private readonly RouterSocket _socket;
    private readonly MessageCodec _codec;
    private readonly IoPub _ioPub;
    private readonly Action<string> _log;
    private readonly string _name;
    private readonly Dictionary<string, IRequestHandler> _handlers;
    private readonly object _gate = new();
    private readonly Queue<Arrival> _waiting = new();
    private long _waitingBytes;
    private long _arrived;
    private long _abortThrough;
    private bool _closed;

    public Channel(string name, IPEndPoint endPoint, MessageCodec codec, IoPub ioPub, IEnumerable<IRequestHandler> handlers, Action<string> log)
    {
        (_name, _codec, _ioPub, _log) = (name, codec, ioPub, log);
        _handlers = handlers.ToDictionary(handler => handler.Kind, StringComparer.Ordinal);
        _socket = new RouterSocket(endPoint, name, Enqueue, log);
        new Thread(TakeAll) { IsBackground = true, Name = $"jupyter {name}" }.Start();
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint EndPoint => _socket.EndPoint;

    /// <summary>Sends one message to one client; a client that is gone misses it.</summary>
    public void Send(byte[] identity, IReadOnlyList<byte[]> route, string kind, byte[] parentHeader, Action<Utf8JsonWriter> content) =>
        _socket.Send(identity, _codec.Encode(route, kind, parentHeader, content));

    /// <summary>Marks every request that has arrived by now as aborted.</summary>
    public void AbortQueued()
    {
        lock (_gate)
            _abortThrough = _arrived;
    }

    /// <summary>Waits until all replies have left.</summary>
    public void Drain(TimeSpan patience) => _socket.Drain(patience);

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }

        _socket.Dispose();
    }

    private void Enqueue(byte[] identity, List<byte[]> frames)
    {
        var bytes = frames.Sum(frame => (long)frame.Length);
        lock (_gate)
        {
            // Holds this client back by its own TCP window.
            while (_waitingBytes > MaximumWaiting && !_closed)
                Monitor.Wait(_gate);
            _waiting.Enqueue(new Arrival(++_arrived, identity, frames, bytes));
            _waitingBytes += bytes;
            Monitor.PulseAll(_gate);
        }
    }

    private void TakeAll()
    {
        while (Next() is var (arrival, isAborted))
        {
            try
            {
                Take(arrival, isAborted);
            }
            catch (BadMessageException error)
            {
                _log($"{_name}: message dropped. {error.Message}");
            }
            catch (Exception error)
            {
                // Out of memory, most likely: the next message is served.
                _log($"{_name}: message dropped. {error.GetType().Name}: {error.Message}");
            }
        }
    }

    private (Arrival Arrival, bool IsAborted)? Next()
    {
        lock (_gate)
        {
            while (_waiting.Count == 0)
            {
                if (_closed)
                    return null;
                Monitor.Wait(_gate);
            }

            var arrival = _waiting.Dequeue();
            _waitingBytes -= arrival.Bytes;
            Monitor.PulseAll(_gate);
            return (arrival, arrival.Number <= _abortThrough);
        }
    }

    private void Take(Arrival arrival, bool isAborted)
    {
        var request = new Request(_codec.Decode(arrival.Frames), arrival.Identity, isAborted, this, _ioPub);
        request.PublishStatus("busy");
        try
        {
            Handle(request);
        }
        finally
        {
            request.PublishStatus("idle");
        }

        request.Afterwards?.Invoke();
    }

    private void Handle(Request request)
    {
        if (!_handlers.TryGetValue(request.Message.Kind, out var handler))
        {
            _log($"{_name}: a message of unknown type was ignored.");
            return;
        }

        try
        {
            handler.Handle(request);
        }
        catch (Exception error)
        {
            // Whatever a request does, the next one is served; the client that waits is told.
            _log($"{_name}: {handler.Kind} failed. {error.GetType().Name}: {error.Message}");
            if (!request.IsAnswered && handler.Kind.EndsWith("_request", StringComparison.Ordinal))
                request.Reply(string.Concat(handler.Kind.AsSpan(0, handler.Kind.Length - "request".Length), "reply"), json =>
                    Replies.Error(json, error is BadMessageException ? "BadRequest" : error.GetType().Name, error.Message, [error.Message]));
        }
    }

    private sealed record Arrival(long Number, byte[] Identity, List<byte[]> Frames, long Bytes);
}
