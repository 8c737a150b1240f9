using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Seq2Seq.Host.Zmtp;

namespace Seq2Seq.Host.Jupyter;

/// <summary>Everything the kernel shows, in one order for every client: status, input, outputs.</summary>
/// <remarks>
/// One thread writes the JSON and hands it to the sockets. Stream text that waits is joined: the first line leaves at once,
/// what follows within <see cref="JoinTime"/> travels together. A cell that shows faster than that thread can write is slowed
/// down; a client that does not read is not waited for (see <see cref="Outbox"/>).
/// </remarks>
internal sealed class IoPub
{
    private const int LongestJoined = 1 << 20;
    private const long MaximumWaiting = 32L << 20;
    private static readonly TimeSpan JoinTime = TimeSpan.FromMilliseconds(40);

    private readonly PublisherSocket _socket;
    private readonly MessageCodec _codec;
    private readonly object _gate = new();
    private readonly LinkedList<Entry> _waiting = new();
    private readonly Thread _thread;
    private long _characters;
    private long _lastStream = -Stopwatch.Frequency;
    private bool _closed;

    public IoPub(PublisherSocket socket, MessageCodec codec)
    {
        (_socket, _codec) = (socket, codec);
        _thread = new Thread(SendAll) { IsBackground = true, Name = "jupyter iopub" };
        _thread.Start();
    }

    /// <summary>Queues one message; never waits.</summary>
    public void Publish(string kind, byte[]? parentHeader, Action<Utf8JsonWriter> content) =>
        Add(new Entry(kind, parentHeader, content, null, 0));

    /// <summary>Queues a message whose content is large; waits while too much of that kind is queued.</summary>
    public void PublishOutput(string kind, byte[]? parentHeader, long characters, Action<Utf8JsonWriter> content)
    {
        AwaitRoom();
        Add(new Entry(kind, parentHeader, content, null, characters));
    }

    /// <summary>Queues stream text, joined to what waits of the same stream; waits while too much is queued.</summary>
    public void Stream(string name, byte[]? parentHeader, string text)
    {
        if (text.Length == 0)
            return;
        AwaitRoom();
        lock (_gate)
        {
            if (_waiting.Last?.Value is { Text: { } joined, Kind: var kind } last && kind == name &&
                ReferenceEquals(last.ParentHeader, parentHeader) && joined.Length < LongestJoined)
            {
                joined.Append(text);
                _characters += text.Length;
                Monitor.PulseAll(_gate);
                return;
            }
        }

        Add(new Entry(name, parentHeader, null, new StringBuilder(text), text.Length));
    }

    /// <summary>Sends what waits, then ends.</summary>
    public void Close(TimeSpan patience)
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }

        _thread.Join(patience);
    }

    private void AwaitRoom()
    {
        lock (_gate)
        {
            while (_characters > MaximumWaiting && !_closed)
                Monitor.Wait(_gate);
        }
    }

    private void Add(Entry entry)
    {
        lock (_gate)
        {
            _waiting.AddLast(entry);
            _characters += entry.Characters;
            Monitor.PulseAll(_gate);
        }
    }

    private void SendAll()
    {
        while (Next() is { } entry)
        {
            var (kind, content) = entry.Text is null ? (entry.Kind, entry.Content!) : ("stream", StreamContent(entry));
            try
            {
                Send(kind, entry.ParentHeader, content);
            }
            catch (Exception error) when (error is ArgumentException or OutOfMemoryException or OverflowException or InvalidOperationException)
            {
                // Beyond what one JSON text or one array can hold. The cell goes on, and its reader is told what is missing.
                Send("stream", entry.ParentHeader, json =>
                {
                    json.WriteString("name", "stderr");
                    json.WriteString("text", $"An output ({entry.Kind}) was too large to be sent and is left out: {error.Message}\n");
                });
            }
        }
    }

    private void Send(string kind, byte[]? parentHeader, Action<Utf8JsonWriter> content) =>
        _socket.Publish(_codec.Encode([Encoding.ASCII.GetBytes(kind)], kind, parentHeader, content));

    private Entry? Next()
    {
        lock (_gate)
        {
            while (true)
            {
                if (_waiting.First is not { Value: var entry })
                {
                    if (_closed)
                        return null;
                    Monitor.Wait(_gate);
                    continue;
                }

                if (entry.Text is { } text && _waiting.Count == 1 && text.Length < LongestJoined && !_closed)
                {
                    var left = JoinTime - Stopwatch.GetElapsedTime(_lastStream);
                    if (left > TimeSpan.Zero)
                    {
                        Monitor.Wait(_gate, left);
                        continue;
                    }
                }

                _waiting.RemoveFirst();
                _characters -= entry.Text?.Length ?? entry.Characters;
                if (entry.Text is not null)
                    _lastStream = Stopwatch.GetTimestamp();
                Monitor.PulseAll(_gate);
                return entry;
            }
        }
    }

    private static Action<Utf8JsonWriter> StreamContent(Entry entry) => json =>
    {
        json.WriteString("name", entry.Kind);
        json.WriteString("text", entry.Text!.ToString());
    };

    /// <summary>A message with content, or stream text (then the kind is the stream's name) that may still grow.</summary>
    private sealed record Entry(string Kind, byte[]? ParentHeader, Action<Utf8JsonWriter>? Content, StringBuilder? Text, long Characters);
}
