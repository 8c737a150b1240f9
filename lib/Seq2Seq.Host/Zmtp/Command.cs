using System.Text;

namespace Seq2Seq.Host.Zmtp;

/// <summary>A command frame taken apart: a name and data.</summary>
internal readonly record struct Command(string Name, ReadOnlyMemory<byte> Data)
{
    private const int PingTtlLength = 2;
    private const int LongestPingContext = 16;

    /// <summary>Takes the body of a command frame apart.</summary>
    public static Command Parse(byte[] body)
    {
        if (body.Length == 0)
            throw new ZmtpException("A command frame is empty, it should start with the length of its name.");
        var nameLength = body[0];
        if (nameLength == 0 || nameLength > body.Length - 1)
            throw new ZmtpException($"A command of {body.Length} bytes declares a name of {nameLength} bytes.");
        return new Command(Encoding.ASCII.GetString(body, 1, nameLength), body.AsMemory(1 + nameLength));
    }

    /// <summary>What answers this PING: its context without the time to live, which needs no action of ours.</summary>
    public byte[] Pong()
    {
        if (Data.Length < PingTtlLength)
            throw new ZmtpException($"A PING carries {Data.Length} bytes, its time to live alone takes {PingTtlLength}.");
        var context = Data.Span[PingTtlLength..];
        if (context.Length > LongestPingContext)
            throw new ZmtpException($"A PING's context has {context.Length} bytes, at most {LongestPingContext} are allowed.");
        return FrameWriter.Command("PONG", context);
    }
}
