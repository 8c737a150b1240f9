using System.Buffers.Binary;

namespace Seq2Seq.Host.Zmtp;

/// <summary>Takes frames off a byte stream that may be split and glued anywhere.</summary>
/// <remarks>A declared length is never believed: memory grows with the bytes that really arrive.</remarks>
internal sealed class FrameReader(Stream stream, FrameLimits limits)
{
    private const int FirstPiece = 64 << 10;
    private const FrameFlags Known = FrameFlags.More | FrameFlags.Long | FrameFlags.Command;

    private readonly byte[] _buffer = new byte[16 << 10];
    private int _start;
    private int _end;

    /// <summary>The next frame; <see cref="EndOfStreamException"/> where the stream ends.</summary>
    /// <param name="allowance">The longest body the caller still takes.</param>
    public Frame Read(long allowance)
    {
        var flags = (FrameFlags)ReadByte();
        if ((flags & ~Known) != 0)
            throw new ZmtpException($"Frame flags {(byte)flags:x2} have reserved bits set.");
        if ((flags & (FrameFlags.Command | FrameFlags.More)) == (FrameFlags.Command | FrameFlags.More))
            throw new ZmtpException("A command frame says that more frames follow.");

        var isCommand = (flags & FrameFlags.Command) != 0;
        var length = (flags & FrameFlags.Long) != 0 ? ReadLongLength() : ReadByte();
        var limit = isCommand ? limits.CommandBytes : allowance;
        if (length < 0 || length > limit)
            throw new ZmtpException($"A frame of {unchecked((ulong)length)} bytes was declared, at most {limit} are taken.");
        return new Frame(flags, ReadBody((int)length));
    }

    /// <summary>Exactly as many bytes as <paramref name="target"/> holds.</summary>
    public void ReadExactly(Span<byte> target)
    {
        while (target.Length > 0)
        {
            if (_start == _end)
            {
                // A long body goes straight to its place; anything short goes through the buffer.
                if (target.Length >= _buffer.Length)
                {
                    target = target[ReadSome(target)..];
                    continue;
                }

                (_start, _end) = (0, ReadSome(_buffer));
            }

            var taken = Math.Min(target.Length, _end - _start);
            _buffer.AsSpan(_start, taken).CopyTo(target);
            _start += taken;
            target = target[taken..];
        }
    }

    private int ReadSome(Span<byte> target)
    {
        var got = stream.Read(target);
        return got > 0 ? got : throw new EndOfStreamException();
    }

    private byte ReadByte()
    {
        Span<byte> one = stackalloc byte[1];
        ReadExactly(one);
        return one[0];
    }

    private long ReadLongLength()
    {
        Span<byte> bytes = stackalloc byte[8];
        ReadExactly(bytes);
        return BinaryPrimitives.ReadInt64BigEndian(bytes);
    }

    private byte[] ReadBody(int length)
    {
        if (length == 0)
            return [];
        var body = new byte[Math.Min(length, FirstPiece)];
        var filled = 0;
        while (true)
        {
            ReadExactly(body.AsSpan(filled));
            filled = body.Length;
            if (filled == length)
                return body;
            Array.Resize(ref body, (int)Math.Min(length, 2L * filled));
        }
    }
}
