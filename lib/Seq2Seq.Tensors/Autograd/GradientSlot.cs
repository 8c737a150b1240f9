namespace Seq2Seq.Tensors;

/// <summary>One value of the recorded graph: where it came from and where its gradient gathers.</summary>
/// <remarks>That of an op's output belongs to the op and is used again with it; that of a leaf is an object of its own.</remarks>
internal sealed class GradientSlot
{
    private static long s_orders;
    private torch.Tensor? _pending;

    // What few slots of a graph have: those of leaves, and those whose gradient is kept.
    private Kept? _kept;

    /// <summary>The op that made the value; null for a leaf.</summary>
    public Op? Producer { get; init; }

    /// <summary>The backward pass that met it last, if it met just one use of the value; else that number below zero.</summary>
    public long OnlyUse { get; set; }

    public bool RequiresGrad { get; set; } = true;

    /// <summary>A value in the middle whose gradient the user wants to read.</summary>
    public bool Retained { get; set; }

    public bool IsLeaf => Producer is null;

    /// <summary>Is there a gradient to show?</summary>
    public bool HasGrad => _kept is { Grad.IsThere: true };

    /// <summary>What <c>Tensor.grad</c> shows.</summary>
    public torch.Tensor? Grad
    {
        get => _kept?.Grad.Whole(this);
        set
        {
            if (value is not null || _kept is not null)
                Keep().Grad.Set(value);
        }
    }

    /// <summary>The gradient as it lies in memory, to be read by a step that knows rows and applies the scale itself.</summary>
    public StoredGradient StoredGrad => _kept is null ? default : _kept.Grad.Stored;

    /// <summary>The gradient gathered so far in the running backward pass.</summary>
    public torch.Tensor? Pending
    {
        get
        {
            if (_kept is null)
                return _pending;
            if (_kept.PendingRows is { } rows)
            {
                _pending = rows.Dense();
                _kept.PendingRows = null;
                _kept.Grad.Forget(rows);
            }

            if (_kept.Late is { Waits: true } late)
                late.Settle();
            return _pending;
        }

        set => _pending = value;
    }

    /// <summary>A number of its own, given when first asked for.</summary>
    public long Order
    {
        get
        {
            var kept = Keep();
            if (Volatile.Read(ref kept.Order) == 0)
                Interlocked.CompareExchange(ref kept.Order, Interlocked.Increment(ref s_orders), 0);
            return kept.Order;
        }
    }

    /// <summary>Where products gather that will be added to the gradient when somebody asks for it.</summary>
    public LateProduct NeedLate() => Keep().Late ??= new LateProduct(this);

    /// <summary>Where rows of a table gather, if so few were looked up that they may stay apart; else null.</summary>
    public RowGradient? NeedRows(long[] sizes, torch.ScalarType type, long lookups)
    {
        var kept = Keep();
        if (_pending is not null || kept.Late is { Waits: true } || !IsLeaf
            || !RowGradient.Pays((kept.PendingRows?.Count ?? 0) + lookups, sizes))
            return null;
        return kept.PendingRows ??= kept.Grad.NewRows(sizes, type);
    }

    /// <summary>Makes the gathered rows the gradient, if they are all there is.</summary>
    public bool TakeRows()
    {
        if (_kept is not { PendingRows: { } rows, Late: not { Waits: true } } || !_kept.Grad.Take(rows))
            return false;
        _kept.PendingRows = null;
        return true;
    }

    /// <summary>Multiplies the gradient; where nobody can see it, not before somebody asks.</summary>
    public void ScaleGrad(double factor) => _kept?.Grad.Scale(this, factor);

    /// <summary>Makes every element of the gradient zero.</summary>
    public void ZeroGrad() => _kept?.Grad.Zero();

    /// <summary>Gives what <see cref="Grad"/> shows back.</summary>
    public void DropGrad() => _kept?.Grad.Drop();

    /// <summary>Puts another slot where one was, counting both: an op lives as long as somebody can reach one of its outputs.</summary>
    public static void Exchange(ref GradientSlot? place, GradientSlot? slot)
    {
        if (ReferenceEquals(place, slot))
            return;
        slot?.Producer?.Retain();
        var before = place;
        place = slot;
        before?.Producer?.Release();
    }

    /// <summary>Becomes the place of another value of the same op, used again.</summary>
    public void Reset()
    {
        Drop();
        DropGrad();
        (RequiresGrad, Retained) = (true, false);
        _kept?.Late?.Reset();
    }

    /// <summary>Gives what was gathered back.</summary>
    public void Drop()
    {
        if (_kept is not null)
        {
            _kept.Grad.Forget(_kept.PendingRows);
            _kept.PendingRows = null;
            _kept.Late?.End();
        }

        _pending?.Dispose();
        _pending = null;
    }

    // Passes on several threads may ask for one leaf's number.
    private Kept Keep()
    {
        if (_kept is null)
            Interlocked.CompareExchange(ref _kept, new Kept(), null);
        return _kept;
    }

    private sealed class Kept
    {
        public readonly KeptGradient Grad = new();
        public long Order;

        public LateProduct? Late { get; set; }

        public RowGradient? PendingRows { get; set; }
    }
}
