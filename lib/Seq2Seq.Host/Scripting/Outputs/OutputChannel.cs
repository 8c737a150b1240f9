using System.Text;

namespace Seq2Seq.Host.Scripting.Outputs;

/// <summary>
/// Carries what a cell shows from any thread to the sink, in order. Stream text is joined on the way; a flood is cut with a note.
/// </summary>
/// <remarks>
/// A cell can be aborted anywhere, so its thread only ever appends here, inside a finally block, which an abort does not break into;
/// an own thread calls the sink.
/// </remarks>
internal sealed class OutputChannel : IDisposable
{
    // Beyond this much waiting text the writer waits: memory stays flat whatever the cell prints.
    private const int Backlog = 8 << 20;
    private static readonly TimeSpan JoinTime = TimeSpan.FromMilliseconds(25);

    private readonly object gate = new();
    private readonly SessionOptions options;
    private readonly Thread pump;
    // What each display of this cell holds now: an update replaces, so only the difference counts.
    private readonly Dictionary<string, long> shown = [];
    private List<CellOutput> waiting = [];
    private readonly StringBuilder text = new();
    private string stream = "stdout";
    private long waitingSize, streamed, displayed;
    private bool streamCut, displayCut, delivering, hurry, closed;
    private int awaiting;
    private IOutputSink? sink;

    public OutputChannel(SessionOptions options)
    {
        this.options = options;
        pump = new Thread(Pump) { IsBackground = true, Name = "outputs" };
        pump.Start();
    }

    /// <summary>Asks for input lines; null where nobody can be asked.</summary>
    public InputReader? Input { get; private set; }

    /// <summary>What comes from now on belongs to a new cell.</summary>
    public void Begin(IOutputSink cellSink, InputReader? input)
    {
        lock (gate)
        {
            sink = cellSink;
            Input = input;
            streamed = displayed = 0;
            streamCut = displayCut = false;
            shown.Clear();
            if (HasWaiting) Monitor.PulseAll(gate);
        }
    }

    /// <summary>Returns when everything written so far has reached the sink.</summary>
    public void Flush()
    {
        lock (gate)
        {
            hurry = true;
            Monitor.PulseAll(gate);
            while ((HasWaiting || delivering) && sink != null && !closed) AwaitChange();
            hurry = false;
        }
    }

    /// <summary>The cell is over: delivers the rest, then lets go of its sink. What comes later waits for the next cell.</summary>
    public void End()
    {
        // On the caller's thread: nothing can abort it now, and waking the other one takes longer than most cells run.
        Deliver(null);
        lock (gate)
        {
            sink = null;
            Input = null;
        }
    }

    /// <summary>Delivers an output, and all that was written before it, on the calling thread; nothing may abort that.</summary>
    public void Deliver(CellOutput? output)
    {
        List<CellOutput> batch;
        IOutputSink? target;
        lock (gate)
        {
            while (delivering && !closed) AwaitChange();
            if (output is not null) Append(output, wake: false);
            batch = Take();
            target = sink;
            delivering = true;
        }
        Deliver(batch, target);
    }

    /// <summary>Text for <c>stdout</c> or <c>stderr</c>.</summary>
    public void WriteText(string name, ReadOnlySpan<char> value)
    {
        if (value.IsEmpty) return;
        // Long texts go in slices, so that waiting text stays bounded.
        for (var start = 0; start < value.Length; start += 1 << 20) WriteSlice(name, value[start..Math.Min(value.Length, start + (1 << 20))]);
    }

    /// <summary>A display, an update or an error.</summary>
    public void Write(CellOutput output)
    {
        WaitForRoom();
        try
        {
        }
        finally
        {
            lock (gate) Append(output);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            Monitor.PulseAll(gate);
        }
    }

    private void WriteSlice(string name, ReadOnlySpan<char> value)
    {
        WaitForRoom();
        try
        {
        }
        finally
        {
            lock (gate)
            {
                var room = (int)Math.Min(value.Length, options.StreamLimit - streamed);
                if (room > 0)
                {
                    if (name != stream) SealText();
                    stream = name;
                    text.Append(value[..room]);
                    waitingSize += room;
                    streamed += room;
                }
                if (room < value.Length && !streamCut)
                {
                    streamCut = true;
                    if (stream != "stderr") SealText();
                    stream = "stderr";
                    text.Append(System.Globalization.CultureInfo.InvariantCulture,
                        $"\n[Output cut after {options.StreamLimit:N0} characters: this cell prints more than can be shown.]\n");
                }
                Monitor.PulseAll(gate);
            }
        }
    }

    private void Append(CellOutput output, bool wake = true)
    {
        if (output is DisplayOutput display)
        {
            var size = display.Data.Sum(pair => (long)pair.Value.Length);
            var replaced = display.IsUpdate ? shown.GetValueOrDefault(display.Id ?? "") : 0;
            if (displayed + size - replaced > options.DisplayLimit)
            {
                if (displayCut) return;
                displayCut = true;
                output = new StreamOutput("stderr", string.Create(System.Globalization.CultureInfo.InvariantCulture,
                    $"[Displays cut after {options.DisplayLimit:N0} characters: this cell displays more than can be shown.]\n"));
            }
            else
            {
                displayed += size - replaced;
                if (display.Id is { } id) shown[id] = size;
                waitingSize += size;
            }
        }
        SealText();
        waiting.Add(output);
        if (wake) Monitor.PulseAll(gate);
    }

    private List<CellOutput> Take()
    {
        SealText();
        var batch = waiting;
        waiting = [];
        waitingSize = 0;
        return batch;
    }

    private void Deliver(List<CellOutput> batch, IOutputSink? target)
    {
        try
        {
            foreach (var output in batch) target?.Write(output);
        }
#pragma warning disable CA1031 // A sink that fails (its client went away) must not end the session.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
        lock (gate)
        {
            delivering = false;
            // The other thread is left asleep where there is nothing for it: most cells end without it.
            if (awaiting > 0 || HasWaiting) Monitor.PulseAll(gate);
        }
    }

    private bool HasWaiting => waiting.Count > 0 || text.Length > 0;

    private void AwaitChange()
    {
        awaiting++;
        try
        {
            Monitor.Wait(gate);
        }
        finally
        {
            awaiting--;
        }
    }

    private void SealText()
    {
        if (text.Length == 0) return;
        waiting.Add(new StreamOutput(stream, text.ToString()));
        text.Clear();
    }

    private void WaitForRoom()
    {
        lock (gate)
        {
            while (waitingSize > Backlog && sink != null && !closed && Thread.CurrentThread != pump) AwaitChange();
            // No cell runs: what a stray thread prints is kept up to the backlog only.
            if (waitingSize > Backlog && sink == null)
            {
                waiting = [];
                text.Clear();
                waitingSize = 0;
            }
        }
    }

    private void Pump()
    {
        while (true)
        {
            List<CellOutput> batch;
            IOutputSink target;
            lock (gate)
            {
                while (!closed && (sink == null || delivering || !HasWaiting)) Monitor.Wait(gate);
                if (closed) return;
                if (!hurry && waitingSize < Backlog / 2) Monitor.Wait(gate, JoinTime);
                if (sink == null || delivering) continue;
                target = sink;
                batch = Take();
                delivering = true;
                Monitor.PulseAll(gate);
            }
            Deliver(batch, target);
        }
    }
}
