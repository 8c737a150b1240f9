namespace Seq2Seq.Host.Zmtp;

/// <summary>What waits to be written to one peer, in order, bounded in bytes, written by one thread.</summary>
/// <remarks>
/// Nobody who offers a message ever waits for the network: a peer that does not read fills its own box and loses
/// what comes after. One message is always taken by an empty box, however long it is.
/// </remarks>
internal sealed class Outbox
{
    private const int PieceLength = 64 << 10;
    private const int StackBytes = 256 << 10;

    private readonly Stream _stream;
    private readonly long _limit;
    private readonly Action _onBroken;
    private readonly object _gate = new();
    private readonly Queue<byte[]> _waiting = new();
    private long _bytes;
    private bool _writing;
    private bool _closed;

    public Outbox(Stream stream, long limit, string name, Action onBroken)
    {
        (_stream, _limit, _onBroken) = (stream, limit, onBroken);
        new Thread(WriteAll, StackBytes) { IsBackground = true, Name = name }.Start();
    }

    /// <summary>Takes the wire bytes of one message, or says no because the box is full or closed.</summary>
    public bool Offer(byte[] wire)
    {
        lock (_gate)
        {
            if (_closed || (_waiting.Count > 0 && _bytes + wire.Length > _limit))
                return false;
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
