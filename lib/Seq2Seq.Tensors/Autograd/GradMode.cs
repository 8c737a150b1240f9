namespace Seq2Seq.Tensors;

/// <summary>Whether operations are recorded on this thread.</summary>
internal sealed class GradMode : IDisposable
{
    [ThreadStatic]
    private static bool s_off;
    private bool _before;
    private bool _open;
    private long _step;

    public static bool Enabled
    {
        get => !s_off;
        private set => s_off = !value;
    }

    public static GradMode Set(bool enabled)
    {
        var step = StepObjects.Running;
        var mode = step?.Mode() ?? new GradMode();
        (mode._before, mode._open, mode._step) = (Enabled, true, step?.Number ?? 0);
        Enabled = enabled;
        return mode;
    }

    /// <summary>The same for the engine's own use: nothing to be left to the collector.</summary>
    public static Before Off()
    {
        var before = new Before(Enabled);
        Enabled = false;
        return before;
    }

    public void Dispose()
    {
        if (!_open)
            return;
        _open = false;
        Enabled = _before;
        if (_step != 0 && StepObjects.Running is { } running && running.Number == _step)
            running.Take(this);
    }

    /// <summary>What to go back to.</summary>
    public readonly ref struct Before(bool enabled)
    {
        public void Dispose() => Enabled = enabled;
    }
}
