namespace Seq2Seq.Host.Zmtp;

/// <summary>The three flag bits a ZMTP 3 frame may carry.</summary>
[Flags]
internal enum FrameFlags : byte
{
    /// <summary>The last frame of a message, its length in one byte.</summary>
    None = 0,

    /// <summary>Another frame of the same message follows.</summary>
    More = 1,

    /// <summary>The length takes eight bytes, big-endian.</summary>
    Long = 2,

    /// <summary>A command to the other end, not part of a message.</summary>
    Command = 4,
}

/// <summary>One frame as it came over the wire.</summary>
internal readonly record struct Frame(FrameFlags Flags, byte[] Body)
{
    /// <summary>Another frame of the same message follows.</summary>
    public bool HasMore => (Flags & FrameFlags.More) != 0;

    /// <summary>A command, not part of a message.</summary>
    public bool IsCommand => (Flags & FrameFlags.Command) != 0;
}
