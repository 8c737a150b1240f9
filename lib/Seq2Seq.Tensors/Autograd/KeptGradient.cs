namespace Seq2Seq.Tensors;

/// <summary>A leaf's gradient between backward pass and step: the whole, or rows of it, and a factor that it is not yet multiplied by.</summary>
/// <remarks>
/// Clipping and stepping read and write each gradient several times more than the numbers need. Where no one but the leaf holds it,
/// clipping only notes its factor, the step multiplies on the way, and a table stays the rows that were looked up. Whoever asks for the
/// gradient gets the whole of it, multiplied: the same bits as if it had been done at once.
/// </remarks>
internal sealed class KeptGradient
{
    private torch.Tensor? _whole;
    private RowGradient? _rows;
    private RowGradient? _spare;
    private double _scale = 1;

    public bool IsThere => _whole is not null || _rows is not null;

    public StoredGradient Stored => new(_whole, _rows, _scale);

    /// <summary>The whole of it, multiplied. Several threads may read one gradient.</summary>
    public torch.Tensor? Whole(object gate)
    {
        if (_rows is null && _scale == 1)
            return _whole;
        lock (gate)
        {
            if (_rows is { } rows)
            {
                _whole = rows.Dense();
                _rows = null;
                Forget(rows);
            }

            if (_scale != 1)
                Arithmetic.Into<MulFunction>(_whole!, _whole!, _scale);
            _scale = 1;
        }

        return _whole;
    }

    public void Set(torch.Tensor? whole)
    {
        Forget(_rows);
        (_whole, _rows, _scale) = (whole, null, 1);
    }

    /// <summary>Takes rows over, if nothing is there that they would have to be added to.</summary>
    public bool Take(RowGradient rows)
    {
        if (_whole is not null || _rows is { Count: > 0 } || _scale != 1)
            return false;
        Forget(_rows);
        _rows = rows;
        return true;
    }

    /// <summary>Multiplies at once if somebody holds the gradient, else notes the factor.</summary>
    public void Scale(object gate, double factor)
    {
        if (_scale != 1 || (_whole is { } whole && (whole.Storage.References > 1 || !whole.Contiguous || !whole.dtype.IsFloat())))
            Whole(gate)!.mul_(factor);
        else
            _scale = factor;
    }

    public void Zero()
    {
        _scale = 1;
        _rows?.Clear();
        _whole?.zero_();
    }

    public void Drop()
    {
        var before = _whole;
        Set(null);
        before?.Dispose();
    }

    /// <summary>No rows yet, for this gradient or one that will be taken over.</summary>
    public RowGradient NewRows(long[] sizes, torch.ScalarType type)
    {
        var rows = _spare ?? new RowGradient(sizes, type);
        _spare = null;
        return rows;
    }

    /// <summary>Rows that are not needed any more: their places are worth keeping for the next pass.</summary>
    public void Forget(RowGradient? rows)
    {
        if (rows is null)
            return;
        rows.Clear();
        _spare = rows;
    }
}

/// <summary>A gradient as it lies in memory: the whole, or its rows that are not zero; not yet multiplied by its scale.</summary>
internal readonly record struct StoredGradient(torch.Tensor? Whole, RowGradient? Rows, double Scale);
