namespace Seq2Seq.Host.Zmtp;

/// <summary>How much one peer may send before its connection is closed.</summary>
/// <param name="MessageBytes">All frames of one message together.</param>
/// <param name="MessageFrames">Frames of one message.</param>
/// <param name="CommandBytes">One command frame.</param>
internal sealed record FrameLimits(long MessageBytes, int MessageFrames, int CommandBytes)
{
    /// <summary>Room for a notebook of pictures in one message, far from what would hurt.</summary>
    public static FrameLimits Default { get; } = new(256L << 20, 1024, 64 << 10);
}
