using System.Net.Sockets;

namespace Seq2Seq.Host.Zmtp;

/// <summary>What waits to be written to one peer, in order, bounded in bytes, written by one thread.</summary>
/// <remarks>
/// Nobody who offers a message ever waits for the network: a peer that does not read fills its own box and loses
/// what comes after. One message is always taken by an empty box, however long it is. A short message that finds the box empty and the
/// connection ready leaves at once, on the thread that offers it: waking the writer takes longer than writing.
/// </remarks>
internal sealed class Outbox
{
    private const int PieceLength = 64 << 10;
    private const int StackBytes = 256 << 10;

    // A connection that is ready takes a third of its buffer, which is far more than this, without waiting.
    private const int LongestAtOnce = 4 << 10;

    private readonly Stream _stream;
    private readonly long _limit;
    private readonly Func<bool> _isReady;
    private readonly Action _onBroken;
    private readonly object _gate = new();
    private readonly Queue<byte[]> _waiting = new();
    private long _bytes;
    private bool _writing;
    private bool _closed;

    /// <param name="stream">The connection.</param>
    /// <param name="isReady">Whether the connection takes a short message now, without waiting for the peer.</param>
    /// <param name="limit">How many bytes may wait.</param>
    /// <param name="name">How its thread is called.</param>
    /// <param name="onBroken">What happens when the connection has ended.</param>
    public Outbox(Stream stream, Func<bool> isReady, long limit, string name, Action onBroken)
    {
        (_stream, _isReady, _limit, _onBroken) = (stream, isReady, limit, onBroken);
        new Thread(WriteAll, StackBytes) { IsBackground = true, Name = name }.Start();
    }

    /// <summary>Takes the wire bytes of one message, or says no because the box is full or closed.</summary>
    public bool Offer(byte[] wire)
    {
        lock (_gate)
        {
            if (_closed || (_waiting.Count > 0 && _bytes + wire.Length > _limit))
                return false;
            if (wire.Length <= LongestAtOnce && _waiting.Count == 0 && !_writing && WriteNow(wire))
                return true;
            _waiting.Enqueue(wire);
            _bytes += wire.Length;
            Monitor.PulseAll(_gate);
            return true;
        }
    }

    /// <summary>Waits until all that was offered is written; false when that takes longer than it may.</summary>
    public bool Drain(TimeSpan patience)
    {
        var deadline = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        lock (_gate)
        {
            while (!_closed && (_writing || _waiting.Count > 0))
            {
                var left = deadline - Environment.TickCount64;
                if (left <= 0 || !Monitor.Wait(_gate, (int)left))
                    return false;
            }

            return true;
        }
    }

    /// <summary>Ends the writer; what still waits is lost.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            _waiting.Clear();
            Monitor.PulseAll(_gate);
        }
    }

    private bool WriteNow(byte[] wire)
    {
        try
        {
            if (!_isReady())
                return false;
            _stream.Write(wire);
            return true;
        }
        catch (Exception error) when (error is IOException or InvalidOperationException or SocketException)
        {
            // The writer will meet the same and clean up.
            return false;
        }
    }

    private void WriteAll()
    {
        var piece = new byte[PieceLength];
        try
        {
            while (Next(piece) is { } wire)
                _stream.Write(wire.Span);
        }
        catch (Exception error) when (error is IOException or InvalidOperationException)
        {
            // The peer is gone (a disposed NetworkStream says that it can't write); the reader sees the same and cleans up.
        }

        Close();
        _onBroken();
    }

    // Several short messages go out in one write: a cell's busy, input, result and idle usually travel together.
    private ReadOnlyMemory<byte>? Next(byte[] piece)
    {
        lock (_gate)
        {
            _writing = false;
            while (_waiting.Count == 0)
            {
                if (_closed)
                    return null;
                Monitor.PulseAll(_gate);
                Monitor.Wait(_gate);
            }

            _writing = true;
            if (_waiting.Count == 1 || _waiting.Peek().Length > PieceLength)
            {
                var only = _waiting.Dequeue();
                _bytes -= only.Length;
                return only;
            }

            var filled = 0;
            while (_waiting.TryPeek(out var next) && filled + next.Length <= PieceLength)
            {
                next.CopyTo(piece, filled);
                filled += next.Length;
                _bytes -= next.Length;
                _waiting.Dequeue();
            }

            return piece.AsMemory(0, filled);
        }
    }
}
