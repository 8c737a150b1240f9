namespace Seq2Seq.Tensors;

/// <summary>One value of the recorded graph: where it came from and where its gradient gathers.</summary>
internal sealed class GradientSlot
{
    private torch.Tensor? _pending;
    private static long s_orders;
    private long _order;

    /// <summary>The op that made the value; null for a leaf.</summary>
    public Op? Producer { get; init; }

    /// <summary>Which output of its op it is.</summary>
    public int OutputIndex { get; init; }

    public bool RequiresGrad { get; set; } = true;

    /// <summary>A value in the middle whose gradient the user wants to read.</summary>
    public bool Retained { get; set; }

    /// <summary>What <c>Tensor.grad</c> shows.</summary>
    public torch.Tensor? Grad { get; set; }

    /// <summary>The gradient gathered so far in the running backward pass.</summary>
    public torch.Tensor? Pending
    {
        get
        {
            if (Late is { Waits: true } late)
                late.Settle();
            return _pending;
        }

        set => _pending = value;
    }

    /// <summary>Products that will be added to the gradient when somebody asks for it.</summary>
    public LateProduct? Late { get; private set; }

    public LateProduct NeedLate() => Late ??= new LateProduct(this);

    /// <summary>Gives what was gathered back.</summary>
    public void Drop()
    {
        Late?.End();
        _pending?.Dispose();
        _pending = null;
    }

    public bool IsLeaf => Producer is null;

    /// <summary>A number of its own, given when first asked for.</summary>
    public long Order
    {
        get
        {
            if (Volatile.Read(ref _order) == 0)
                Interlocked.CompareExchange(ref _order, Interlocked.Increment(ref s_orders), 0);
            return _order;
        }
    }
}
