namespace Seq2Seq.Host.Zmtp;

public sealed class FrameTests
{
    [Fact]
    public void A_message_has_the_bytes_libzmq_gives_it()
    {
        var wire = FrameWriter.Message([Wire.Bytes("\"<IDS|MSG>\""), [], new byte[255], new byte[256]]);

        Assert.Equal(Wire.Bytes("01 09 \"<IDS|MSG>\" 01 00 01 ff 00*255 02 00 00 00 00 00 00 01 00 00*256"), wire);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100_000)]
    public void A_message_comes_back_however_it_is_cut(int piece)
    {
        byte[][] frames = [[1, 2, 3], [], Pattern(255), Pattern(256), Pattern(70_000), Pattern(300_000)];
        var wire = FrameWriter.Message(frames);
        var reader = new MessageReader(new FrameReader(new DrippingStream([.. wire, .. wire], piece), FrameLimits.Default), FrameLimits.Default);

        var first = reader.Read(_ => Assert.Fail("no command was sent"));
        var second = reader.Read(_ => Assert.Fail("no command was sent"));

        Assert.Equal(frames, first);
        Assert.Equal(frames, second);
    }

    [Fact]
    public void A_long_header_before_a_short_body_is_taken()
    {
        var frame = Reader("02 00 00 00 00 00 00 00 03 \"abc\"").Read(100);

        Assert.Equal(Wire.Bytes("\"abc\""), frame.Body);
        Assert.False(frame.HasMore);
    }

    [Fact]
    public void Commands_between_the_frames_of_a_message_go_their_own_way()
    {
        var commands = new List<string>();
        var stream = new MemoryStream(Wire.Bytes("01 01 \"a\" 04 07 04 \"PING\" 00 01 00 01 \"b\""));
        var reader = new MessageReader(new FrameReader(stream, FrameLimits.Default), FrameLimits.Default);

        var message = reader.Read(command => commands.Add(command.Name));

        Assert.Equal([Wire.Bytes("\"a\""), Wire.Bytes("\"b\"")], message);
        Assert.Equal(["PING"], commands);
    }

    [Fact]
    public void A_stream_that_ends_inside_a_message_loses_it()
    {
        var reader = new MessageReader(Reader("01 03 \"abc\""), FrameLimits.Default);

        Assert.Throws<EndOfStreamException>(() => reader.Read(_ => { }));
    }

    [Theory]
    [InlineData("f8 03 \"abc\"", "Frame flags f8 have reserved bits set.")]
    [InlineData("05 03 02 \"ab\"", "A command frame says that more frames follow.")]
    [InlineData("02 40 00 00 00 00 00 00 00 \"abc\"", "A frame of 4611686018427387904 bytes was declared, at most 1000 are taken.")]
    [InlineData("02 ff*8 \"abc\"", "A frame of 18446744073709551615 bytes was declared, at most 1000 are taken.")]
    [InlineData("06 00 00 01 00 00 00 00 00 04 \"PING\"", "A frame of 1099511627776 bytes was declared, at most 65536 are taken.")]
    public void Refuses_a_frame_that_is_wrong_or_too_long(string bytes, string message)
    {
        var error = Assert.Throws<ZmtpException>(() => Reader(bytes).Read(1000));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void Refuses_endless_frames_and_endless_bytes()
    {
        var limits = new FrameLimits(MessageBytes: 10, MessageFrames: 4, CommandBytes: 10);

        var parts = Assert.Throws<ZmtpException>(() => new MessageReader(Reader("01 00 01 00 01 00 01 00 01 00"), limits).Read(_ => { }));
        var bytes = Assert.Throws<ZmtpException>(() => new MessageReader(Reader("01 08 00*8 00 03 00*3"), limits).Read(_ => { }));

        Assert.Equal("A message has more than 4 frames.", parts.Message);
        Assert.Equal("A frame of 3 bytes was declared, at most 2 are taken.", bytes.Message);
    }

    [Fact]
    public void A_declared_length_costs_no_memory_before_the_bytes_come()
    {
        // 200 MB declared, within the limit; three bytes come.
        var stream = new MemoryStream(Wire.Bytes("02 00 00 00 00 0b eb c2 00 \"abc\""));
        var reader = new FrameReader(stream, FrameLimits.Default);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<EndOfStreamException>(() => reader.Read(FrameLimits.Default.MessageBytes));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
    }

    [Theory]
    [InlineData("04 07 04 \"PING\" 00 00", "04 05 04 \"PONG\"")]
    [InlineData("04 0c 04 \"PING\" 00 0a \"ctx-1\"", "04 0a 04 \"PONG\" \"ctx-1\"")]
    public void PONG_answers_PING_with_its_context(string ping, string pong) =>
        Assert.Equal(Wire.Bytes(pong), Command.Parse(Reader(ping).Read(0).Body).Pong());

    [Theory]
    [InlineData("04 05 04 \"PING\"", "A PING carries 0 bytes, its time to live alone takes 2.")]
    [InlineData("04 18 04 \"PING\" 00 00 41*17", "A PING's context has 17 bytes, at most 16 are allowed.")]
    public void Refuses_a_damaged_PING(string ping, string message) =>
        Assert.Equal(message, Assert.Throws<ZmtpException>(() => Command.Parse(Reader(ping).Read(0).Body).Pong()).Message);

    [Theory]
    [InlineData("04 00", "A command frame is empty, it should start with the length of its name.")]
    [InlineData("04 02 ff \"A\"", "A command of 2 bytes declares a name of 255 bytes.")]
    [InlineData("04 01 00", "A command of 1 bytes declares a name of 0 bytes.")]
    public void Refuses_a_damaged_command(string bytes, string message) =>
        Assert.Equal(message, Assert.Throws<ZmtpException>(() => Command.Parse(Reader(bytes).Read(0).Body)).Message);

    private static FrameReader Reader(string bytes) => new(new MemoryStream(Wire.Bytes(bytes)), FrameLimits.Default);

    private static byte[] Pattern(int length) => [.. Enumerable.Range(0, length).Select(index => (byte)(index * 31))];
}
