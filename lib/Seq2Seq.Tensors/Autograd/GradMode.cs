namespace Seq2Seq.Tensors;

/// <summary>Whether operations are recorded on this thread.</summary>
internal sealed class GradMode : IDisposable
{
    [ThreadStatic]
    private static bool s_off;
    private readonly bool _before;
    private bool _disposed;

    private GradMode(bool enabled)
    {
        _before = Enabled;
        Enabled = enabled;
    }

    public static bool Enabled
    {
        get => !s_off;
        private set => s_off = !value;
    }

    public static GradMode Set(bool enabled) => new(enabled);

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        Enabled = _before;
    }
}
