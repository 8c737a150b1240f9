namespace Seq2Seq.Tensors;

/// <summary>The ops and leaves that some outputs were made from, newest op first; its lists serve one backward pass after the other.</summary>
internal sealed class GraphWalk
{
    private static long s_passes;

    [ThreadStatic]
    private static GraphWalk? t_idle;

    private readonly Stack<Op> _open = new();
    private readonly torch.Tensor?[][] _gradients = [[], new torch.Tensor?[1], new torch.Tensor?[2], new torch.Tensor?[3]];
    private long _pass;

    public List<Op> Ops { get; } = [];

    // Leaves may belong to the graphs of several threads, so they carry no mark.
    public HashSet<GradientSlot> Leaves { get; } = [];

    /// <summary>Room for the leaves in the order in which they are locked.</summary>
    public List<GradientSlot> Locked { get; } = [];

    public static GraphWalk Start()
    {
        var walk = t_idle ?? new GraphWalk();
        t_idle = null;
        walk._pass = Interlocked.Increment(ref s_passes);
        return walk;
    }

    public void Visit(GradientSlot? slot)
    {
        if (slot is null)
            return;
        if (slot.Producer is { } producer)
        {
            slot.OnlyUse = slot.OnlyUse == _pass || slot.OnlyUse == -_pass ? -_pass : _pass;
            if (producer.Pass == _pass)
                return;
            producer.Pass = _pass;
            _open.Push(producer);
        }
        else
        {
            Leaves.Add(slot);
        }
    }

    /// <summary>Follows what was visited to the leaves.</summary>
    public void Finish()
    {
        while (_open.TryPop(out var op))
        {
            Ops.Add(op);
            for (var i = 0; i < op.InputCount; i++)
                Visit(op.InputSlot(i));
        }

        // Ops are numbered as they are recorded.
        Ops.Sort(static (a, b) => b.Sequence.CompareTo(a.Sequence));
    }

    /// <summary>Room for the gradients of an op's outputs.</summary>
    public torch.Tensor?[] Gradients(int outputs) =>
        outputs < _gradients.Length ? _gradients[outputs] : new torch.Tensor?[outputs];

    public void End()
    {
        Ops.Clear();
        Leaves.Clear();
        _open.Clear();
        foreach (var gradients in _gradients)
            Array.Clear(gradients);
        t_idle = this;
    }
}
