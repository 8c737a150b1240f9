namespace Seq2Seq.Host.Zmtp;

/// <summary>The byte strings are what libzmq 4.3.4 sent, seen on the wire.</summary>
public sealed class ReadyCommandTests
{
    [Theory]
    [InlineData("04 31 05 \"READY\" 0b \"Socket-Type\" 00 00 00 06 \"DEALER\" 08 \"Identity\" 00 00 00 08 \"client-7\"", "DEALER", "client-7")]
    [InlineData("04 29 05 \"READY\" 0b \"Socket-Type\" 00 00 00 06 \"DEALER\" 08 \"Identity\" 00 00 00 00", "DEALER", "")]
    [InlineData("04 19 05 \"READY\" 0b \"Socket-Type\" 00 00 00 03 \"SUB\"", "SUB", "")]
    [InlineData("04 26 05 \"READY\" 0b \"Socket-Type\" 00 00 00 03 \"REQ\" 08 \"Identity\" 00 00 00 00", "REQ", "")]
    public void Reads_what_libzmq_sends(string bytes, string socketType, string identity)
    {
        var frame = new FrameReader(new MemoryStream(Wire.Bytes(bytes)), FrameLimits.Default).Read(0);

        var ready = ReadyCommand.Parse(Command.Parse(frame.Body));

        Assert.Equal(socketType, ready.SocketType);
        Assert.Equal(Wire.Bytes($"\"{identity}\""), ready.Identity);
    }

    [Theory]
    [InlineData("ROUTER", "04 29 05 \"READY\" 0b \"Socket-Type\" 00 00 00 06 \"ROUTER\" 08 \"Identity\" 00 00 00 00")]
    [InlineData("PUB", "04 19 05 \"READY\" 0b \"Socket-Type\" 00 00 00 03 \"PUB\"")]
    [InlineData("REP", "04 19 05 \"READY\" 0b \"Socket-Type\" 00 00 00 03 \"REP\"")]
    public void Ours_is_what_libzmq_would_send(string socketType, string bytes) =>
        Assert.Equal(Wire.Bytes(bytes), ReadyCommand.Ours(socketType));

    [Fact]
    public void Compares_names_without_case_and_skips_unknown_ones()
    {
        var body = Wire.Bytes("05 \"READY\" 01 \"X\" 00 00 00 02 \"yz\" 0b \"SOCKET-TYPE\" 00 00 00 03 \"SUB\"");

        Assert.Equal("SUB", ReadyCommand.Parse(Command.Parse(body)).SocketType);
    }

    [Theory]
    [InlineData("05 \"HELLO\"", "The handshake starts with the command HELLO, READY is expected.")]
    [InlineData("05 \"READY\" 0b \"Socket\"", "A property of READY is cut short.")]
    [InlineData("05 \"READY\" 00 00 00 00 00", "A property of READY is cut short.")]
    [InlineData("05 \"READY\" 0b \"Socket-Type\" ff ff ff ff \"DEAL\"", "A property of READY declares 4294967295 bytes, 4 are left.")]
    [InlineData("05 \"READY\" 08 \"Identity\" 00 00 01 00 41*256", "The peer's identity has 256 bytes, at most 255 are allowed.")]
    public void Refuses_a_damaged_one(string body, string message)
    {
        var error = Assert.Throws<ZmtpException>(() => ReadyCommand.Parse(Command.Parse(Wire.Bytes(body))));

        Assert.Equal(message, error.Message);
    }
}
