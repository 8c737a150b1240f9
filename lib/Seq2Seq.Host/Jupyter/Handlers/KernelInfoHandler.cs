using System.Text.Json;

namespace Seq2Seq.Host.Jupyter.Handlers;

/// <summary><c>kernel_info_request</c>: who we are and what we speak.</summary>
internal sealed class KernelInfoHandler : IRequestHandler
{
    private static readonly string Version = typeof(KernelInfoHandler).Assembly.GetName().Version!.ToString(3);

    /// <inheritdoc/>
    public string Kind => "kernel_info_request";

    /// <inheritdoc/>
    public void Handle(Request request) => request.Reply("kernel_info_reply", Content);

    private static void Content(Utf8JsonWriter json)
    {
        Replies.Ok(json);
        json.WriteString("protocol_version", MessageCodec.ProtocolVersion);
        json.WriteString("implementation", "seq2seq-course");
        json.WriteString("implementation_version", Version);
        json.WriteString("banner", $"C# on .NET {Environment.Version}, Seq2Seq.Notebooks {Version}");
        json.WriteBoolean("debugger", false);
        json.WriteStartObject("language_info");
        json.WriteString("name", "C#");
        json.WriteString("version", "14.0");
        json.WriteString("mimetype", "text/x-csharp");
        json.WriteString("file_extension", ".cs");
        json.WriteString("pygments_lexer", "csharp");
        json.WriteString("codemirror_mode", "text/x-csharp");
        json.WriteEndObject();
        json.WriteStartArray("help_links");
        Link(json, "C# language reference", "https://learn.microsoft.com/dotnet/csharp/");
        Link(json, ".NET API browser", "https://learn.microsoft.com/dotnet/api/");
        json.WriteEndArray();
    }

    private static void Link(Utf8JsonWriter json, string text, string url)
    {
        json.WriteStartObject();
        json.WriteString("text", text);
        json.WriteString("url", url);
        json.WriteEndObject();
    }
}
