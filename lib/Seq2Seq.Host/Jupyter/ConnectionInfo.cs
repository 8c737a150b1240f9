using System.Net;
using System.Text.Json;

namespace Seq2Seq.Host.Jupyter;

/// <summary>Where a kernel listens and with which key it signs: the content of a connection file.</summary>
internal sealed record ConnectionInfo(
    IPAddress Address, int ShellPort, int ControlPort, int StdinPort, int IoPubPort, int HeartbeatPort, string Key)
{
    /// <summary>The only signature scheme there is in practice.</summary>
    public const string SignatureScheme = "hmac-sha256";

    /// <summary>Reads the JSON of a connection file; <paramref name="source"/> names it in errors.</summary>
    public static ConnectionInfo Parse(ReadOnlySpan<byte> json, string source)
    {
        JsonElement root;
        try
        {
            root = JsonElement.Parse(json);
        }
        catch (JsonException error)
        {
            throw new JupyterException($"The connection file {source} is not JSON: {error.Message}");
        }

        if (root.ValueKind != JsonValueKind.Object)
            throw new JupyterException($"The connection file {source} holds a JSON {root.ValueKind}, an object is expected.");
        var transport = Text("transport", "tcp");
        if (transport != "tcp")
            throw new JupyterException($"The connection file {source} asks for the transport '{transport}', only 'tcp' is offered.");
        var scheme = Text("signature_scheme", SignatureScheme);
        if (scheme != SignatureScheme)
            throw new JupyterException($"The connection file {source} asks for signatures by '{scheme}', only '{SignatureScheme}' is offered.");
        return new ConnectionInfo(Address(Text("ip", "127.0.0.1")), Port("shell_port"), Port("control_port"), Port("stdin_port"),
            Port("iopub_port"), Port("hb_port"), Text("key", ""));

        string Text(string name, string otherwise)
        {
            if (!root.TryGetProperty(name, out var value))
                return otherwise;
            return value.ValueKind == JsonValueKind.String
                ? value.GetString()!
                : throw new JupyterException($"The connection file {source} holds {name} = {value.GetRawText()}, a text is expected.");
        }

        int Port(string name)
        {
            if (!root.TryGetProperty(name, out var value))
                throw new JupyterException($"The connection file {source} has no {name}; it should name five ports.");
            return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var port) && port is >= 0 and <= 65535
                ? port
                : throw new JupyterException($"The connection file {source} holds {name} = {value.GetRawText()}, a port from 0 to 65535 is expected.");
        }

        IPAddress Address(string ip)
        {
            if (ip == "localhost")
                return IPAddress.Loopback;
            if (!IPAddress.TryParse(ip, out var address))
                throw new JupyterException($"The connection file {source} holds ip = '{ip}', an address such as 127.0.0.1 is expected.");
            return IPAddress.IsLoopback(address)
                ? address
                : throw new JupyterException($"The connection file {source} asks to listen on {ip}. A kernel runs any code it is sent, " +
                    "so this one listens on 127.0.0.1 only: start Jupyter on the same machine, or use an SSH tunnel.");
        }
    }

    /// <summary>The JSON of a connection file, as Jupyter's clients read it.</summary>
    public byte[] ToJson(string kernelName)
    {
        var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("shell_port", ShellPort);
            json.WriteNumber("iopub_port", IoPubPort);
            json.WriteNumber("stdin_port", StdinPort);
            json.WriteNumber("control_port", ControlPort);
            json.WriteNumber("hb_port", HeartbeatPort);
            json.WriteString("ip", Address.ToString());
            json.WriteString("key", Key);
            json.WriteString("transport", "tcp");
            json.WriteString("signature_scheme", SignatureScheme);
            json.WriteString("kernel_name", kernelName);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
