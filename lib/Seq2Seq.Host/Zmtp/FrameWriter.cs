using System.Buffers.Binary;
using System.Text;

namespace Seq2Seq.Host.Zmtp;

/// <summary>Turns messages and commands into the bytes of the wire.</summary>
internal static class FrameWriter
{
    private const int LongestShort = 255;

    /// <summary>All frames of one message in one piece.</summary>
    public static byte[] Message(IReadOnlyList<byte[]> frames)
    {
        if (frames.Count == 0)
            throw new ArgumentException("A message has at least one frame, none was given.", nameof(frames));

        var total = 0;
        foreach (var frame in frames)
            total = checked(total + HeaderLength(frame.Length) + frame.Length);
        var wire = new byte[total];
        var position = 0;
        for (var index = 0; index < frames.Count; index++)
        {
            var flags = index < frames.Count - 1 ? FrameFlags.More : FrameFlags.None;
            position += Header(wire.AsSpan(position), flags, frames[index].Length);
            frames[index].CopyTo(wire, position);
            position += frames[index].Length;
        }

        return wire;
    }

    /// <summary>A command: its name's length, its name, its data.</summary>
    public static byte[] Command(string name, ReadOnlySpan<byte> data)
    {
        var body = 1 + name.Length + data.Length;
        var wire = new byte[HeaderLength(body) + body];
        var position = Header(wire, FrameFlags.Command, body);
        wire[position++] = (byte)name.Length;
        position += Encoding.ASCII.GetBytes(name, wire.AsSpan(position));
        data.CopyTo(wire.AsSpan(position));
        return wire;
    }

    private static int HeaderLength(int body) => body <= LongestShort ? 2 : 9;

    private static int Header(Span<byte> target, FrameFlags flags, int body)
    {
        if (body <= LongestShort)
        {
            target[0] = (byte)flags;
            target[1] = (byte)body;
            return 2;
        }

        target[0] = (byte)(flags | FrameFlags.Long);
        BinaryPrimitives.WriteInt64BigEndian(target[1..], body);
        return 9;
    }
}
