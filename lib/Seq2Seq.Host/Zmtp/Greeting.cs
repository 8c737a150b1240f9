namespace Seq2Seq.Host.Zmtp;

/// <summary>The 64 bytes each side sends first: signature, version 3.1, mechanism NULL.</summary>
internal static class Greeting
{
    /// <summary>How long a greeting is.</summary>
    public const int Length = 64;

    private const int SignatureLength = 10;
    private const int MechanismStart = 12;
    private const int MechanismLength = 20;
    private const byte MajorVersion = 3;
    private const byte MinorVersion = 1;

    private static ReadOnlySpan<byte> NullMechanism => "NULL\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"u8;

    /// <summary>What we send, unasked and at once: a peer sends 10 bytes and waits for ours.</summary>
    public static byte[] Ours()
    {
        var bytes = new byte[Length];
        bytes[0] = 0xff;
        bytes[9] = 0x7f;
        bytes[10] = MajorVersion;
        bytes[11] = MinorVersion;
        NullMechanism.CopyTo(bytes.AsSpan(MechanismStart));
        return bytes;
    }

    /// <summary>Reads and checks the peer's greeting, refusing as early as it is wrong.</summary>
    public static void Receive(FrameReader reader)
    {
        Span<byte> bytes = stackalloc byte[Length];

        // Bytes 1 to 8 hold the length of what a ZMTP 1 peer would read as a frame: not constant.
        reader.ReadExactly(bytes[..1]);
        if (bytes[0] != 0xff)
            throw new ZmtpException($"The greeting starts with {bytes[0]:x2}, not with ff: this is no ZMTP 3 peer.");
        reader.ReadExactly(bytes[1..SignatureLength]);
        if ((bytes[9] & 1) == 0)
            throw new ZmtpException($"Byte 9 of the greeting is {bytes[9]:x2}, not 7f: this is no ZMTP 3 peer.");
        reader.ReadExactly(bytes[SignatureLength..(SignatureLength + 1)]);
        if (bytes[SignatureLength] < MajorVersion)
            throw new ZmtpException($"The peer speaks ZMTP {bytes[SignatureLength]}, version 3 is needed.");
        reader.ReadExactly(bytes[(SignatureLength + 1)..]);
        if (!bytes.Slice(MechanismStart, MechanismLength).SequenceEqual(NullMechanism))
            throw new ZmtpException("The peer asks for a security mechanism, only NULL is offered.");
    }
}
