namespace Seq2Seq.Display.Tests.Live;

/// <summary>A clock that moves when it is told to.</summary>
internal sealed class Clock : TimeProvider
{
    private long ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => ticks;

    public void Pass(double seconds) => ticks += (long)(seconds * TimeSpan.TicksPerSecond);
}
