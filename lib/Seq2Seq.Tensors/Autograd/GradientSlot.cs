namespace Seq2Seq.Tensors;

/// <summary>One value of the recorded graph: where it came from and where its gradient gathers.</summary>
internal sealed class GradientSlot
{
    private static long s_orders;
    private torch.Tensor? _pending;
    private RowGradient? _pendingRows;
    private torch.Tensor? _grad;
    private RowGradient? _gradRows;
    private RowGradient? _spareRows;
    private double _scale = 1;
    private long _order;

    /// <summary>The op that made the value; null for a leaf.</summary>
    public Op? Producer { get; init; }

    /// <summary>Which output of its op it is.</summary>
    public int OutputIndex { get; init; }

    public bool RequiresGrad { get; set; } = true;

    /// <summary>A value in the middle whose gradient the user wants to read.</summary>
    public bool Retained { get; set; }

    /// <summary>Is there a gradient to show?</summary>
    public bool HasGrad => _grad is not null || _gradRows is not null;

    /// <summary>What <c>Tensor.grad</c> shows.</summary>
    public torch.Tensor? Grad
    {
        get
        {
            if (_gradRows is not null || _scale != 1)
                Complete();
            return _grad;
        }

        set
        {
            Forget(ref _gradRows);
            (_grad, _scale) = (value, 1);
        }
    }

    /// <summary>The gradient as it lies in memory, to be read by a step that knows rows and applies the scale itself.</summary>
    public StoredGradient StoredGrad => new(_grad, _gradRows, _scale);

    /// <summary>The gradient gathered so far in the running backward pass.</summary>
    public torch.Tensor? Pending
    {
        get
        {
            if (_pendingRows is { } rows)
            {
                _pending = rows.Dense();
                Forget(ref _pendingRows);
            }

            if (Late is { Waits: true } late)
                late.Settle();
            return _pending;
        }

        set => _pending = value;
    }

    /// <summary>Products that will be added to the gradient when somebody asks for it.</summary>
    public LateProduct? Late { get; private set; }

    public LateProduct NeedLate() => Late ??= new LateProduct(this);

    /// <summary>Where rows of a table gather, if so few were looked up that they may stay apart; else null.</summary>
    public RowGradient? PendingRows(long[] sizes, torch.ScalarType type, long lookups)
    {
        if (_pending is not null || Late is { Waits: true } || !IsLeaf || !RowGradient.Pays((_pendingRows?.Count ?? 0) + lookups, sizes))
            return null;
        if (_pendingRows is null)
            (_pendingRows, _spareRows) = (_spareRows ?? new RowGradient(sizes, type), null);
        return _pendingRows;
    }

    /// <summary>Makes the gathered rows the gradient, if they are all there is.</summary>
    public bool TakeRows()
    {
        if (_pendingRows is null || Late is { Waits: true } || _grad is not null || _gradRows is { Count: > 0 } || _scale != 1)
            return false;
        Forget(ref _gradRows);
        (_gradRows, _pendingRows) = (_pendingRows, null);
        return true;
    }

    /// <summary>Multiplies the gradient; where nobody can see it, not before somebody asks.</summary>
    public void ScaleGrad(double factor)
    {
        if (_scale != 1 || (_grad is { } whole && (whole.Storage.References > 1 || !whole.Contiguous || !whole.dtype.IsFloat())))
            Grad!.mul_(factor);
        else
            _scale = factor;
    }

    /// <summary>Makes every element of the gradient zero.</summary>
    public void ZeroGrad()
    {
        _scale = 1;
        _gradRows?.Clear();
        _grad?.zero_();
    }

    /// <summary>Gives what <see cref="Grad"/> shows back.</summary>
    public void DropGrad()
    {
        var before = _grad;
        Grad = null;
        before?.Dispose();
    }

    /// <summary>Gives what was gathered back.</summary>
    public void Drop()
    {
        Forget(ref _pendingRows);
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

    // Several threads may read one gradient.
    private void Complete()
    {
        lock (this)
        {
            if (_gradRows is { } rows)
            {
                _grad = rows.Dense();
                Forget(ref _gradRows);
            }

            if (_scale != 1)
                Arithmetic.Into<MulFunction>(_grad!, _grad!, _scale);
            _scale = 1;
        }
    }

    // Its places are worth keeping for the next pass.
    private void Forget(ref RowGradient? rows)
    {
        if (rows is null)
            return;
        rows.Clear();
        (_spareRows, rows) = (rows, null);
    }
}

/// <summary>A gradient as it lies in memory: the whole, or its rows that are not zero; not yet multiplied by its scale.</summary>
internal readonly record struct StoredGradient(torch.Tensor? Whole, RowGradient? Rows, double Scale);
