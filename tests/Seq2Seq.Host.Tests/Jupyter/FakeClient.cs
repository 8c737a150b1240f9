using System.Net;
using System.Text;
using System.Text.Json;
using Seq2Seq.Host.Zmtp;

namespace Seq2Seq.Host.Jupyter;

/// <summary>A Jupyter client on raw ZMTP connections.</summary>
internal sealed class FakeClient : IDisposable
{
    private readonly MessageCodec _codec;
    private readonly RawPeer _shell;
    private readonly RawPeer _control;
    private readonly RawPeer _stdin;
    private readonly RawPeer _ioPub;
    private int _sent;

    public FakeClient(ConnectionInfo connection, string name = "client", string? key = null)
    {
        Name = name;
        _codec = new MessageCodec(new MessageSigner(key ?? connection.Key), TimeProvider.System);
        _shell = RawPeer.Connect(At(connection.ShellPort), "DEALER", name);
        _control = RawPeer.Connect(At(connection.ControlPort), "DEALER", name);
        _stdin = RawPeer.Connect(At(connection.StdinPort), "DEALER", name);
        _ioPub = RawPeer.Connect(At(connection.IoPubPort), "SUB");
        _ioPub.Send(Wire.Bytes("04 0a 09 \"SUBSCRIBE\" 04 07 04 \"PING\" 00 00"));
        Assert.True(_ioPub.HasInput(5000));

        IPEndPoint At(int port) => new(connection.Address, port);
    }

    public string Name { get; }

    public static string Cell(string code, bool silent = false, bool store = true, bool stop = true, bool stdin = false, string expressions = "{}") =>
        $$"""{"code":{{JsonSerializer.Serialize(code)}},"silent":{{Json(silent)}},"store_history":{{Json(store)}},"stop_on_error":{{Json(stop)}},"allow_stdin":{{Json(stdin)}},"user_expressions":{{expressions}}}""";

    /// <summary>Sends a request; its id comes back.</summary>
    public string Send(string kind, string content = "{}", string channel = "shell", string? header = null)
    {
        var id = $"{Name}-{++_sent}";
        header ??= $$"""{"msg_id":"{{id}}","msg_type":"{{kind}}","session":"s","username":"u","version":"5.3"}""";
        SendParts(channel, Encoding.UTF8.GetBytes(header), "{}"u8.ToArray(), "{}"u8.ToArray(), Encoding.UTF8.GetBytes(content));
        return id;
    }

    /// <summary>Sends four frames, signed.</summary>
    public void SendParts(string channel, params byte[][] parts) =>
        SendFrames(channel, ["<IDS|MSG>"u8.ToArray(), (_signer ??= new MessageSigner(Key)).Sign(parts), .. parts]);

    public void SendFrames(string channel, params byte[][] frames) => Peer(channel).SendMessage(frames);

    public required string Key { get; init; }

    private MessageSigner? _signer;

    /// <summary>The next message on a channel, signature checked.</summary>
    public Reply Receive(string channel)
    {
        var frames = Peer(channel).Receive();
        var message = _codec.Decode(frames);
        var delimiter = frames.FindIndex(frame => frame.AsSpan().SequenceEqual("<IDS|MSG>"u8));
        return new Reply(message.Kind, message.Content, JsonElement.Parse(frames[delimiter + 3]), message.Route.Count);
    }

    /// <summary>Sends a request and takes its reply and all that iopub shows for it.</summary>
    public (Reply Reply, List<Reply> Shown) Ask(string kind, string content = "{}", string channel = "shell")
    {
        var id = Send(kind, content, channel);
        return (Receive(channel), UntilIdle(id));
    }

    public (Reply Reply, List<Reply> Shown) Run(string code, bool silent = false, bool store = true, bool stop = true, bool stdin = false, string expressions = "{}") =>
        Ask("execute_request", Cell(code, silent, store, stop, stdin, expressions));

    /// <summary>What iopub shows for one request, up to its idle status.</summary>
    public List<Reply> UntilIdle(string id)
    {
        var shown = new List<Reply>();
        while (true)
        {
            var next = Receive("iopub");
            if (!next.Answers(id))
                continue;
            shown.Add(next);
            if (next.Kind == "status" && next.Text("execution_state") == "idle")
                return shown;
        }
    }

    public bool HasInput(string channel, int milliseconds) => Peer(channel).HasInput(milliseconds);

    public void Dispose()
    {
        foreach (var peer in new[] { _shell, _control, _stdin, _ioPub })
            peer.Dispose();
    }

    private static string Json(bool value) => value ? "true" : "false";

    private RawPeer Peer(string channel) => channel switch
    {
        "shell" => _shell,
        "control" => _control,
        "stdin" => _stdin,
        _ => _ioPub,
    };
}

/// <summary>A message from the kernel.</summary>
internal sealed record Reply(string Kind, JsonElement Content, JsonElement Parent, int Route)
{
    public string Text(string name) => Content.GetProperty(name).GetString()!;

    public int Number(string name) => Content.GetProperty(name).GetInt32();

    public bool Answers(string id) => Parent.TryGetProperty("msg_id", out var parent) && parent.GetString() == id;

    /// <summary>Kind and what matters of the content, for comparing a whole transcript.</summary>
    public override string ToString() => Kind switch
    {
        "status" => Text("execution_state"),
        "stream" => $"{Text("name")}:{Text("text")}",
        "execute_input" => $"input {Number("execution_count")}",
        "execute_result" => $"result {Content.GetProperty("data").GetProperty("text/plain").GetString()}",
        "display_data" or "update_display_data" => $"{Kind} {Content.GetProperty("data").GetRawText()}",
        "error" => $"error {Text("ename")}",
        _ => Kind,
    };
}
