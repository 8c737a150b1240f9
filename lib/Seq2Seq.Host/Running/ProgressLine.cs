using System.Diagnostics;
using System.Globalization;

namespace Seq2Seq.Host.Running;

/// <summary>Shows what runs: one bar that is redrawn on a terminal, a plain line now and then elsewhere.</summary>
internal sealed class ProgressLine : IDisposable
{
    private const int BarWidth = 24;
    private static readonly TimeSpan plainInterval = TimeSpan.FromSeconds(30);

    private readonly TextWriter output;
    private readonly bool terminal;
    private readonly int width;
    private readonly object gate = new();
    private readonly SortedDictionary<string, Running> running = new(StringComparer.Ordinal);
    private readonly Timer timer;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly int notebooks;
    private int finished;

    public ProgressLine(TextWriter output, bool terminal, int width, int notebooks)
    {
        this.output = output;
        this.terminal = terminal;
        this.width = width;
        this.notebooks = notebooks;
        var period = terminal ? TimeSpan.FromMilliseconds(250) : TimeSpan.FromSeconds(1);
        timer = new Timer(_ => Tick(), null, period, period);
    }

    /// <summary>A notebook is at a cell.</summary>
    public void Advance(string notebook, int cell, int cells)
    {
        lock (gate)
        {
            if (!running.TryGetValue(notebook, out var state)) running[notebook] = state = new Running { Begin = clock.Elapsed, Said = clock.Elapsed };
            (state.Cell, state.Cells) = (cell, cells);
            if (terminal) Draw();
        }
    }

    /// <summary>A notebook is over; its lines stay.</summary>
    public void Finish(string notebook, string text)
    {
        lock (gate)
        {
            running.Remove(notebook);
            finished++;
            Erase();
            output.WriteLine(text);
            if (terminal && running.Count > 0) Draw();
        }
    }

    public void Dispose()
    {
        timer.Dispose();
        lock (gate) Erase();
    }

    private void Tick()
    {
        lock (gate)
        {
            if (terminal)
            {
                if (running.Count > 0) Draw();
                return;
            }
            foreach (var (notebook, state) in running)
            {
                if (clock.Elapsed - state.Said < plainInterval) continue;
                state.Said = clock.Elapsed;
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"...     {notebook}: cell {state.Cell} of {state.Cells}, {(clock.Elapsed - state.Begin).TotalSeconds:0} s"));
            }
        }
    }

    private void Draw()
    {
        var done = running.Values.Sum(state => state.Cell - 1);
        var all = Math.Max(1, running.Values.Sum(state => state.Cells));
        var filled = (int)((long)BarWidth * done / all);
        var names = string.Join("  ", running.Select(item => string.Create(CultureInfo.InvariantCulture,
            $"{Path.GetFileNameWithoutExtension(item.Key)} {item.Value.Cell}/{item.Value.Cells} {(clock.Elapsed - item.Value.Begin).TotalSeconds:0} s")));
        var line = string.Create(CultureInfo.InvariantCulture, $"[{new string('#', filled)}{new string('.', BarWidth - filled)}] {finished}/{notebooks}  {names}");
        output.Write($"\r\u001b[2K{(line.Length >= width ? line[..(width - 1)] : line)}");
        output.Flush();
    }

    private void Erase()
    {
        if (terminal) output.Write("\r\u001b[2K");
    }

    private sealed class Running
    {
        public int Cell, Cells;
        public TimeSpan Begin, Said;
    }
}
