namespace Seq2Seq.Host.Zmtp;

/// <summary>Puts frames together to messages and hands commands out on the way.</summary>
internal sealed class MessageReader(FrameReader frames, FrameLimits limits)
{
    /// <summary>The next whole message; <see cref="EndOfStreamException"/> where the stream ends, even inside a message.</summary>
    public List<byte[]> Read(Action<Command> onCommand)
    {
        var message = new List<byte[]>();
        var allowance = limits.MessageBytes;
        while (true)
        {
            var frame = frames.Read(allowance);
            if (frame.IsCommand)
            {
                onCommand(Command.Parse(frame.Body));
                continue;
            }

            message.Add(frame.Body);
            allowance -= frame.Body.Length;
            if (!frame.HasMore)
                return message;
            if (message.Count >= limits.MessageFrames)
                throw new ZmtpException($"A message has more than {limits.MessageFrames} frames.");
        }
    }
}
