using System.Net;
using Seq2Seq.Host.Zmtp;

namespace Seq2Seq.Host.Jupyter;

/// <summary>Asks the client whose cell runs for a line of input.</summary>
internal sealed class StdinChannel : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly RouterSocket _socket;
    private readonly MessageCodec _codec;
    private readonly Action<string> _log;
    private readonly object _gate = new();
    private string? _asked;
    private string? _answer;

    public StdinChannel(IPEndPoint endPoint, MessageCodec codec, Action<string> log)
    {
        (_codec, _log) = (codec, log);
        _socket = new RouterSocket(endPoint, "stdin", Receive, log);
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint EndPoint => _socket.EndPoint;

    /// <summary>Asks and waits on the calling thread; an interrupt of that thread ends the wait.</summary>
    public string Ask(Request request, string prompt, bool isPassword)
    {
        var client = Convert.ToHexString(request.Identity);
        lock (_gate)
            (_asked, _answer) = (client, null);
        try
        {
            var message = _codec.Encode(request.Message.Route, "input_request", request.Message.HeaderJson, json =>
            {
                json.WriteString("prompt", prompt);
                json.WriteBoolean("password", isPassword);
            });
            Send(request.Identity, message);
            lock (_gate)
            {
                while (_answer is null)
                    Monitor.Wait(_gate);
                return _answer;
            }
        }
        finally
        {
            lock (_gate)
                _asked = null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    // A client may open its channels in any order: its stdin may come a moment after its first cell.
    private void Send(byte[] identity, List<byte[]> message)
    {
        var deadline = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (!_socket.Send(identity, message))
        {
            if (Environment.TickCount64 > deadline)
                throw new InvalidOperationException("Input was asked for, but the client that runs this cell has no stdin channel open.");
            Thread.Sleep(20);
        }
    }

    // Clients answer with or without a parent header; who answers and that a question is open decide.
    private void Receive(byte[] identity, List<byte[]> frames)
    {
        try
        {
            var message = _codec.Decode(frames);
            if (message.Kind != "input_reply")
                throw new BadMessageException("Only an input_reply is expected there.");
            var value = new Fields(message.Content, "content").RequiredText("value");
            lock (_gate)
            {
                if (_asked != Convert.ToHexString(identity))
                    throw new BadMessageException("Nobody has asked this client for input.");
                _answer = value;
                Monitor.PulseAll(_gate);
            }
        }
        catch (BadMessageException error)
        {
            _log($"stdin: message dropped. {error.Message}");
        }
    }
}
