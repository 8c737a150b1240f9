namespace Seq2Seq.Display;

/// <summary>A display that can be replaced: by a host where there is one, by sparse lines of text elsewhere.</summary>
public sealed class LiveDisplay
{
    private static readonly TimeSpan BetweenUpdates = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BetweenTexts = TimeSpan.FromSeconds(10);
    private readonly string id = Guid.NewGuid().ToString("n");
    private readonly TimeProvider time;
    private readonly TextWriter text;
    private readonly Lock gate = new();
    private IShowable? held;
    private bool shown;
    private bool wrote;
    private long lastUpdate;
    private long lastText;

    /// <summary>A display that has shown nothing yet.</summary>
    /// <param name="text">Where lines of text go when there is no host; standard error when null.</param>
    /// <param name="time">The clock that keeps updates apart; the system's when null.</param>
    public LiveDisplay(TextWriter? text = null, TimeProvider? time = null)
    {
        this.text = text ?? Live.Fallback.Writer;
        this.time = time ?? TimeProvider.System;
    }

    /// <summary>Whether a host shows this display; without one it is sparse text.</summary>
    public static bool HasHost => Live.Publisher.Current is not null;

    /// <summary>Shows a value, or replaces what is shown. Updates that come too fast are held back; the last one wins.</summary>
    /// <param name="value">What to show.</param>
    public void Update(IShowable value) => Put(value, isLast: false);

    /// <summary>Shows a value now, as the final state of this display.</summary>
    /// <param name="value">What to show; null for the last one given.</param>
    public void Finish(IShowable? value = null) => Put(value, isLast: true);

    /// <summary>Takes away what a host shows: an update with nothing in it. Text that was written stays.</summary>
    public void Remove()
    {
        lock (gate)
        {
            held = null;
            if (shown && Live.Publisher.Current is { } publish)
                publish(id, new Dictionary<string, string>(), true);
        }
    }

    private void Put(IShowable? value, bool isLast)
    {
        lock (gate)
        {
            held = value ?? held;
            if (held is null)
                return;
            if (Live.Publisher.Current is { } publish)
                Publish(publish, isLast);
            else if (isLast ? !wrote || value is not null || lastText != 0 : IsDue(wrote, lastText, BetweenTexts))
                Write();
        }
    }

    private void Publish(Action<string, IReadOnlyDictionary<string, string>, bool> publish, bool isLast)
    {
        if (!isLast && !IsDue(shown, lastUpdate, BetweenUpdates))
            return;
        publish(id, held!.ToMimeBundle(), shown);
        shown = true;
        lastUpdate = time.GetTimestamp();
    }

    private void Write()
    {
        text.WriteLine(held!.ToMimeBundle().Text);
        wrote = true;
        lastText = time.GetTimestamp();
    }

    private bool IsDue(bool before, long last, TimeSpan between) => !before || time.GetElapsedTime(last) >= between;
}
