namespace Seq2Seq.Tensors;

/// <summary>A tensor's place in the graph, shared by every handle of the same tensor.</summary>
/// <remarks>
/// Counted like memory: when the last handle was disposed, the object serves another tensor. Tensors left to the collector keep
/// counting, and the collector takes what they had.
/// </remarks>
internal sealed class AutogradMeta
{
    private const int MostWaiting = 4096;

    [ThreadStatic]
    private static AutogradMeta? t_waiting;

    [ThreadStatic]
    private static int t_waitingCount;

    private AutogradMeta? _next;
    private GradientSlot? _slot;
    private GradientSlot? _seenRootSlot;
    private int _references = 1;

    private AutogradMeta()
    {
    }

    public GradientSlot? Slot
    {
        get => _slot;
        set => GradientSlot.Exchange(ref _slot, value);
    }

    /// <summary>The base's place, if the tensor is a view.</summary>
    public AutogradMeta? Root { get; private set; }

    /// <summary>Which elements of the base a view shows.</summary>
    public ViewOfBase View { get; private set; }

    /// <summary>The base's slot when the view's own slot was recorded; another one now means the base was changed.</summary>
    public GradientSlot? SeenRootSlot
    {
        get => _seenRootSlot;
        set => GradientSlot.Exchange(ref _seenRootSlot, value);
    }

    public static AutogradMeta New()
    {
        if (t_waiting is not { } meta)
            return new AutogradMeta();
        (t_waiting, meta._next, meta._references) = (meta._next, null, 1);
        t_waitingCount--;
        return meta;
    }

    public static AutogradMeta NewView(AutogradMeta root, ViewOfBase view)
    {
        var meta = New();
        root.Retain();
        (meta.Root, meta.View, meta.SeenRootSlot) = (root, view, root.Slot);
        return meta;
    }

    public AutogradMeta Retain()
    {
        Interlocked.Increment(ref _references);
        return this;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref _references) != 0)
            return;
        var root = Root;
        (Slot, SeenRootSlot, Root, View) = (null, null, null, default);
        if (t_waitingCount < MostWaiting)
        {
            (_next, t_waiting) = (t_waiting, this);
            t_waitingCount++;
        }

        // A view's root is never a view, so this goes one step deep.
        root?.Release();
    }
}
