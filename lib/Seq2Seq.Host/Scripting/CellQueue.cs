namespace Seq2Seq.Host.Scripting;

/// <summary>What the cell thread has to do: cells that were asked for, and continuations of what they await.</summary>
/// <remarks>The thread may be aborted or interrupted while it waits here: it then leaves the queue as it was.</remarks>
internal sealed class CellQueue
{
    private readonly object gate = new();
    private readonly Queue<Action> jobs = new(), continuations = new();
    private bool isClosed;

    /// <summary>Queues a cell.</summary>
    public void AddJob(Action job) => Add(jobs, job);

    /// <summary>Queues what has to run on the cell thread, before any further cell.</summary>
    public void AddContinuation(Action continuation) => Add(continuations, continuation);

    /// <summary>The next of either kind; waits for it. Null when the queue is closed and empty.</summary>
    public Action? Take()
    {
        lock (gate)
        {
            while (true)
            {
                if (continuations.TryDequeue(out var next) || jobs.TryDequeue(out next)) return next;
                if (isClosed) return null;
                Monitor.Wait(gate);
            }
        }
    }

    /// <summary>The next continuation; waits for it.</summary>
    public Action TakeContinuation()
    {
        lock (gate)
        {
            Action? next;
            while (!continuations.TryDequeue(out next)) Monitor.Wait(gate);
            return next;
        }
    }

    /// <summary>Nothing comes any more.</summary>
    public void Close()
    {
        lock (gate)
        {
            isClosed = true;
            Monitor.PulseAll(gate);
        }
    }

    private void Add(Queue<Action> queue, Action action)
    {
        // In a finally block, which an abort does not break into: a continuation may be posted by the cell itself.
        try
        {
        }
        finally
        {
            lock (gate)
            {
                queue.Enqueue(action);
                Monitor.PulseAll(gate);
            }
        }
    }
}
