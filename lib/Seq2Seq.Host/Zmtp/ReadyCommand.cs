using System.Buffers.Binary;
using System.Text;

namespace Seq2Seq.Host.Zmtp;

/// <summary>The READY command of the NULL handshake: who the peer is.</summary>
internal sealed record ReadyCommand(string SocketType, byte[] Identity)
{
    private const int LongestIdentity = 255;

    /// <summary>Our READY. A ROUTER says that its identity is empty, as libzmq does; others say nothing of it.</summary>
    public static byte[] Ours(string socketType)
    {
        var data = new MemoryStream();
        WriteProperty(data, "Socket-Type", Encoding.ASCII.GetBytes(socketType));
        if (socketType == "ROUTER")
            WriteProperty(data, "Identity", []);
        return FrameWriter.Command("READY", data.ToArray());
    }

    /// <summary>Reads a peer's READY; property names compare without case, unknown ones are skipped.</summary>
    public static ReadyCommand Parse(Command command)
    {
        if (command.Name != "READY")
            throw new ZmtpException($"The handshake starts with the command {Printable(command.Name)}, READY is expected.");

        var rest = command.Data.Span;
        var socketType = "";
        byte[] identity = [];
        while (rest.Length > 0)
        {
            int nameLength = rest[0];
            if (nameLength == 0 || rest.Length < 1 + nameLength + 4)
                throw new ZmtpException("A property of READY is cut short.");
            var name = Encoding.ASCII.GetString(rest.Slice(1, nameLength));
            rest = rest[(1 + nameLength)..];
            var valueLength = BinaryPrimitives.ReadUInt32BigEndian(rest);
            rest = rest[4..];
            if (valueLength > rest.Length)
                throw new ZmtpException($"A property of READY declares {valueLength} bytes, {rest.Length} are left.");
            var value = rest[..(int)valueLength];
            rest = rest[(int)valueLength..];
            if (name.Equals("Socket-Type", StringComparison.OrdinalIgnoreCase))
                socketType = Encoding.ASCII.GetString(value);
            else if (name.Equals("Identity", StringComparison.OrdinalIgnoreCase))
                identity = value.ToArray();
        }

        if (identity.Length > LongestIdentity)
            throw new ZmtpException($"The peer's identity has {identity.Length} bytes, at most {LongestIdentity} are allowed.");
        return new ReadyCommand(socketType, identity);
    }

    private static void WriteProperty(MemoryStream target, string name, ReadOnlySpan<byte> value)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)value.Length);
        target.WriteByte((byte)name.Length);
        target.Write(Encoding.ASCII.GetBytes(name));
        target.Write(length);
        target.Write(value);
    }

    private static string Printable(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '.'));
}
