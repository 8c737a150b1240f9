namespace Seq2Seq.Host.Zmtp;

public sealed class GreetingTests
{
    // As libzmq 4.3.4 sends it: bytes 1 to 8 are the identity's length + 1.
    private static readonly byte[] FromLibzmq =
        Wire.Bytes("ff 00*7 09 7f 03 01 \"NULL\" 00*16 00 00*31");

    [Fact]
    public void Ours_is_64_bytes_of_version_3_1_and_mechanism_NULL() =>
        Assert.Equal(Wire.Bytes("ff 00*8 7f 03 01 \"NULL\" 00*16 00 00*31"), Greeting.Ours());

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    public void Takes_what_libzmq_sends_in_pieces_of_any_length(int piece)
    {
        var stream = new DrippingStream(FromLibzmq, piece);

        Greeting.Receive(new FrameReader(stream, FrameLimits.Default));

        Assert.Equal(64, stream.Position);
    }

    [Fact]
    public void Takes_minor_version_0()
    {
        var bytes = FromLibzmq.ToArray();
        bytes[11] = 0;

        Greeting.Receive(new FrameReader(new MemoryStream(bytes), FrameLimits.Default));
    }

    [Theory]
    [InlineData("\"GET / HTTP/1.1\" 0d 0a", "The greeting starts with 47, not with ff: this is no ZMTP 3 peer.")]
    [InlineData("ff 00*8 7e", "Byte 9 of the greeting is 7e, not 7f: this is no ZMTP 3 peer.")]
    [InlineData("ff 00*8 7f 01 05 00 00", "The peer speaks ZMTP 1, version 3 is needed.")]
    [InlineData("ff 00*8 7f 03 00 \"PLAIN\" 00*15 00*32", "The peer asks for a security mechanism, only NULL is offered.")]
    public void Refuses_as_early_as_it_is_wrong(string bytes, string message)
    {
        var reader = new FrameReader(new MemoryStream(Wire.Bytes(bytes)), FrameLimits.Default);

        var error = Assert.Throws<ZmtpException>(() => Greeting.Receive(reader));

        Assert.Equal(message, error.Message);
    }
}
