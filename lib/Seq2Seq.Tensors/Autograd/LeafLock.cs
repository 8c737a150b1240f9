namespace Seq2Seq.Tensors;

/// <summary>Keeps passes on other threads from the leaves of this one: graphs that share a leaf are walked one after the other.</summary>
/// <remarks>
/// A leaf gathers its gradient in one place. Values in the middle are covered too: who shares one shares the leaves under
/// it. Leaves are taken in a fixed order, so that two passes never wait for each other.
/// </remarks>
internal readonly struct LeafLock : IDisposable
{
    private readonly List<GradientSlot> _held;

    /// <param name="leaves">What to lock.</param>
    /// <param name="held">Room for them in order, empty.</param>
    public LeafLock(HashSet<GradientSlot> leaves, List<GradientSlot> held)
    {
        _held = held;
        held.AddRange(leaves);
        held.Sort(static (a, b) => a.Order.CompareTo(b.Order));
        foreach (var leaf in _held)
            Monitor.Enter(leaf);
    }

    public void Dispose()
    {
        for (var i = _held.Count - 1; i >= 0; i--)
            Monitor.Exit(_held[i]);
        _held.Clear();
    }
}
