using System.Text.RegularExpressions;

namespace Seq2Seq.Host.Running;

/// <summary>The last words of a process on its real stderr, and what they mean.</summary>
internal sealed partial class CrashNotes
{
    private const int HeadLimit = 60;

    private readonly List<string> head = [];
    private readonly Lock gate = new();

    /// <summary>Keeps a line; the first ones tell the reason.</summary>
    public void Add(string? line)
    {
        if (line is null) return;
        lock (gate)
        {
            if (head.Count < HeadLimit) head.Add(line.Length > 500 ? line[..500] : line);
        }
    }

    /// <summary>What there is.</summary>
    public string Text
    {
        get
        {
            lock (gate) return string.Join(Environment.NewLine, head);
        }
    }

    /// <summary>Why the process ended, to be put behind the cell's name.</summary>
    public string Reason(int exitCode)
    {
        string[] lines;
        lock (gate) lines = [.. head];
        if (lines.Any(line => line.StartsWith("Stack overflow", StringComparison.Ordinal)))
        {
            var frame = lines.Select(line => CellFrame().Match(line)).FirstOrDefault(match => match.Success);
            return frame is null
                ? "overflowed the stack: a method calls itself without end."
                : $"overflowed the stack: {frame.Groups[1].Value} calls itself without end.";
        }
        if (Array.Find(lines, line => line.StartsWith("Unhandled exception", StringComparison.Ordinal)) is { } unhandled)
            return $"ended its process by an exception on a thread of its own: {unhandled.Replace("Unhandled exception. ", "", StringComparison.Ordinal)}";
        if (Array.Find(lines, line => line.Contains("Out of memory", StringComparison.OrdinalIgnoreCase)) is not null)
            return "ran out of memory. Make it need less, or raise --memory.";
        if (Array.Find(lines, line => line.StartsWith("Process terminated", StringComparison.Ordinal)) is { } terminated)
            return $"ended its process: {terminated}{(lines.Length > 1 ? " " + lines[Array.IndexOf(lines, terminated) + 1 < lines.Length ? Array.IndexOf(lines, terminated) + 1 : 0].Trim() : "")}";
        if (Array.Find(lines, line => line.StartsWith("Fatal error", StringComparison.Ordinal)) is { } fatal)
            return $"crashed its process: {fatal}";
        return exitCode switch
        {
            137 => "was killed by the operating system, most likely for want of memory.",
            139 or -1073741819 => "crashed its process by touching memory that is not its own (unsafe code?).",
            134 => "aborted its process.",
            _ => $"ended its process with exit code {exitCode} (Environment.Exit?). A notebook must not do that.",
        };
    }

    //    at Submission#0.Down(Int32)
    [GeneratedRegex(@"at (?:Submission#\d+[.+])([\w.]+)\(")]
    private static partial Regex CellFrame();
}
