using System.Diagnostics;
using System.Runtime;

namespace Seq2Seq.Host.Scripting;

/// <summary>
/// The thread cells run on. It stays the same through every await of a cell, so that an interrupt finds the code it has to stop.
/// </summary>
/// <remarks>
/// After an interrupt another thread takes over: on .NET 10 a thread that was aborted once can't be aborted again out of a loop
/// without calls (seen with two <c>while (true) i++;</c> in a row under <see cref="ControlledExecution"/>). See also <see cref="SignalMask"/>.
/// </remarks>
internal sealed class CellThread : IDisposable
{
    // Recursion is a lesson of its own; the usual 1.5 MB end too early for it.
    private const int StackSize = 16 << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly CellQueue queue = new();
    private readonly object gate = new();
    private Thread thread;
    private bool isWorn;
    private CancellationTokenSource? running;
    private CancellationTokenRegistration wake;
    private bool abortable;
    private long interrupted;

    public CellThread()
    {
        thread = Create();
        thread.Start();
    }

    /// <summary>Runs a job on the thread when those before it are done.</summary>
    public Task<T> Post<T>(Func<T> job)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        queue.AddJob(() =>
        {
            try
            {
                done.SetResult(job());
            }
#pragma warning disable CA1031 // Whatever it is goes to the caller.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                done.SetException(exception);
            }
        });
        return done.Task;
    }

    /// <summary>On the thread: a cell begins. <see cref="Interrupt"/> cancels the token until <see cref="EndCell"/>.</summary>
    public CancellationToken BeginCell(CancellationToken cancellation)
    {
        lock (gate)
        {
            running = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            wake = cancellation.UnsafeRegister(static self => ((CellThread)self!).Interrupt(), this);
            return running.Token;
        }
    }

    /// <summary>On the thread: the cell is over.</summary>
    public void EndCell()
    {
        wake.Dispose();
        lock (gate) running = null;
    }

    /// <summary>On the thread, within a cell: runs code that <see cref="Interrupt"/> can end wherever it is; true if it was.</summary>
    public bool RunInterruptible(Action body)
    {
        var source = running!;
        var signals = new SignalMask();
        lock (gate) abortable = true;
        try
        {
#pragma warning disable SYSLIB0046 // Nothing else ends a tight loop; the session survives it by design.
            ControlledExecution.Run(body, source.Token);
#pragma warning restore SYSLIB0046
        }
        catch (OperationCanceledException) when (source.IsCancellationRequested)
        {
        }
        catch (ThreadInterruptedException) when (source.IsCancellationRequested)
        {
        }
        finally
        {
            lock (gate) abortable = false;
            if (source.IsCancellationRequested)
            {
                signals.Restore();
                isWorn = true;
                ClearPendingInterrupt();
            }
        }
        return source.IsCancellationRequested;
    }

    /// <summary>On the thread: waits for a task and runs the continuations that belong here meanwhile.</summary>
    public void Pump(Task task)
    {
        task.ContinueWith(_ => queue.AddContinuation(static () => { }), TaskScheduler.Default);
        while (!task.IsCompleted) queue.TakeContinuation()();
    }

    /// <summary>Ends the running cell, from any thread. False if it was asked to end a while ago and still runs.</summary>
    public bool Interrupt()
    {
        CancellationTokenSource? source;
        lock (gate)
        {
            source = running;
            if (source == null || Thread.CurrentThread == thread) return true;
            if (source.IsCancellationRequested) return Stopwatch.GetElapsedTime(interrupted) < Patience;
            interrupted = Stopwatch.GetTimestamp();
        }
        // The abort stops running code, the interrupt wakes a sleep or a wait; a cell may need several of both.
        // Threads of their own: the cell may have filled the pool.
        new Thread(source.Cancel) { IsBackground = true, Name = "cell abort" }.Start();
        new Thread(() => Wake(source)) { IsBackground = true, Name = "cell wake" }.Start();
        return true;
    }

    private void Wake(CancellationTokenSource source)
    {
        for (var i = 0; i < 600; i++)
        {
            Thread.Sleep(i < 5 ? 20 : 100);
            lock (gate)
            {
                if (running != source) return;
                // Only a thread that waits is interrupted: a pending interrupt would come out of ControlledExecution's own
                // clean-up, which then leaves the thread marked for abortion, and the next cell could not be ended.
                if (abortable && source.IsCancellationRequested && (thread.ThreadState & System.Threading.ThreadState.WaitSleepJoin) != 0)
                    thread.Interrupt();
            }
        }
    }

    public void Dispose() => queue.Close();

    private Thread Create() => new(Loop, StackSize) { IsBackground = true, Name = "cells" };

    private void Loop()
    {
        SynchronizationContext.SetSynchronizationContext(new Context(queue));
        while (true)
        {
            if (isWorn)
            {
                isWorn = false;
                lock (gate) thread = Create();
                thread.Start();
                return;
            }
            try
            {
                if (queue.Take() is not { } next) return;
                next();
            }
            catch (ThreadInterruptedException)
            {
                // Came too late for its cell.
            }
#pragma warning disable CA1031 // A continuation of a finished cell threw: say so, go on.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Console.Error.WriteLine(exception.Message);
            }
        }
    }

    private static void ClearPendingInterrupt()
    {
        try
        {
            Thread.Sleep(1);
        }
        catch (ThreadInterruptedException)
        {
            // That was it.
        }
    }

    private sealed class Context(CellQueue queue) : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => queue.AddContinuation(() => d(state));

        public override void Send(SendOrPostCallback d, object? state)
        {
            if (Current is Context) d(state);
            else
            {
                using var done = new ManualResetEventSlim();
                queue.AddContinuation(() =>
                {
                    d(state);
                    done.Set();
                });
                done.Wait();
            }
        }

        public override SynchronizationContext CreateCopy() => this;
    }
}
