namespace Seq2Seq.Host.Jupyter;

/// <summary>The kernel's own remarks on the process's error stream, bounded: a launcher may never read them, and a full pipe blocks.</summary>
internal sealed class KernelLog(TextWriter target)
{
    private const int MaximumLines = 200;
    private const int LongestLine = 240;

    private readonly object _gate = new();
    private int _lines;

    /// <summary>Writes one line.</summary>
    public void Write(string line)
    {
        lock (_gate)
        {
            if (_lines > MaximumLines)
                return;
            var text = _lines++ == MaximumLines
                ? "further remarks are not shown"
                : line.Length > LongestLine ? string.Concat(line.AsSpan(0, LongestLine), "...") : line;
            target.WriteLine($"course kernel: {text}");
            target.Flush();
        }
    }
}
