using Seq2Seq.Display.Live;

namespace Seq2Seq.Display;

/// <summary>A progress bar with rate and time left; what it leaves behind tells no time.</summary>
/// <example><code>foreach (var batch in Progress.Over(batches, "epoch 1")) { … }</code></example>
public sealed class Progress : IDisposable
{
    private readonly TimeProvider time;
    private readonly LiveDisplay display;
    private readonly string name;
    private readonly long? total;
    private readonly long start;
    private readonly Lock gate = new();
    private long done;
    private string status = "";
    private bool over;

    /// <summary>Starts the bar.</summary>
    /// <param name="name">What is being done.</param>
    /// <param name="total">How many steps it takes; null if that is not known.</param>
    /// <param name="text">Where sparse lines go when there is no host; standard error when null.</param>
    /// <param name="time">The clock; the system's when null.</param>
    public Progress(string name, long? total = null, TextWriter? text = null, TimeProvider? time = null)
    {
        (this.name, this.total) = (name ?? "", total);
        this.time = time ?? TimeProvider.System;
        display = new(text, this.time);
        start = this.time.GetTimestamp();
    }

    /// <summary>How many steps are done.</summary>
    public long Done
    {
        get
        {
            lock (gate)
                return done;
        }
    }

    /// <summary>Goes through the items and shows how far it is.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">What is gone through.</param>
    /// <param name="name">What is being done.</param>
    /// <param name="text">Where sparse lines go when there is no host; standard error when null.</param>
    /// <param name="time">The clock; the system's when null.</param>
    public static IEnumerable<T> Over<T>(IEnumerable<T> items, string name = "", TextWriter? text = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Walk(items, name, text, time);
    }

    /// <summary>One or more steps are done.</summary>
    /// <param name="steps">How many.</param>
    /// <param name="status">A short remark shown behind the bar, such as the loss.</param>
    public void Step(long steps = 1, string? status = null)
    {
        lock (gate)
        {
            done += steps;
            this.status = status ?? this.status;
            if (!over)
                display.Update(State(time.GetElapsedTime(start), false));
        }
    }

    /// <summary>So many steps are done in all.</summary>
    /// <param name="steps">How many.</param>
    /// <param name="status">A short remark shown behind the bar.</param>
    public void Report(long steps, string? status = null) => Step(steps - Done, status);

    /// <summary>Ends the bar. It stays where it is, marked stopped if steps are missing.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (over)
                return;
            over = true;
            display.Finish(State(null, total is { } all && done < all));
        }
    }

    private ProgressState State(TimeSpan? elapsed, bool failed) => new(name, done, total, elapsed, status, failed);

    private static IEnumerable<T> Walk<T>(IEnumerable<T> items, string name, TextWriter? text, TimeProvider? time)
    {
        using var progress = new Progress(name, items.TryGetNonEnumeratedCount(out var count) ? count : null, text, time);
        foreach (var item in items)
        {
            yield return item;
            progress.Step();
        }
    }
}
