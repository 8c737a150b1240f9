namespace Seq2Seq.Host.Jupyter;

public sealed class KernelLogTests
{
    [Fact]
    public void It_stops_before_a_pipe_that_nobody_reads_is_full()
    {
        var target = new StringWriter { NewLine = "\n" };
        var log = new KernelLog(target);

        for (var line = 0; line < 1000; line++)
            log.Write(new string('x', 1000));

        var lines = target.ToString().TrimEnd('\n').Split('\n');
        Assert.Equal(201, lines.Length);
        Assert.Equal("course kernel: further remarks are not shown", lines[^1]);
        Assert.InRange(target.ToString().Length, 1, 60_000);
    }
}
