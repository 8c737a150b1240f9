namespace Seq2Seq.Tensors;

/// <summary>A weight's gradient dW (n, m) += dyᵀ x where dy (rows, n) and x (rows, m) come a few rows at a time, as in a loop over steps.</summary>
/// <remarks>
/// The rows are multiplied together, so that dW goes through the caches once and not at every step. A product is one
/// chain of multiply-adds over the rows in their order (see <see cref="Gemm"/>), so the bits are those of one product after the other.
/// A weight that was used once in the last backward pass is expected to be used once, and waits for nothing. For a bias (n) the rows
/// of dy themselves are summed up.
/// </remarks>
internal sealed unsafe class LateProduct(GradientSlot slot)
{
    // A product of more rows is worth its own way through the caches; for a small weight, and if no copy is needed, of still more.
    private const int FewRows = 128;
    private const int FewRowsOfSmall = 512;
    private const long SmallWeight = 1 << 16;

    // Rows that wait at most: copied ones, and those that are held where they lie.
    private const int Capacity = 256;
    private const int MostHeld = 1024;
    private const int MostNumbers = 1 << 21;
    private const int MostRuns = 64;

    private readonly List<torch.Tensor> _held = [];
    private RowRun* _runs;
    private int _bucketRuns;
    private int _runCount;
    private float* _dy;
    private float* _x;
    private int _bucketDy;
    private int _bucketX;
    private int _copied;
    private int _n;
    private int _m;
    private int _stepDy;
    private int _stepX;
    private int _rows;
    private int _uses;
    private int _usesBefore;

    /// <summary>Does anything wait to be added to the slot's gradient?</summary>
    public bool Waits => _rows > 0;

    /// <summary>Whether products of so many rows should wait for others, for a weight of these sizes.</summary>
    public static bool Pays(long rows, long[] sizes, bool held) =>
        rows > 0 && (rows <= FewRows || (held && rows <= FewRowsOfSmall && Shapes.Count(sizes) <= SmallWeight));

    /// <summary>For rows that nobody changes any more.</summary>
    public void Add(torch.Tensor dy, torch.Tensor x)
    {
        var (rows, n, m) = ((int)dy.Sizes[0], (int)dy.Sizes[1], (int)x.Sizes[1]);
        if (!Expects(rows, n, dy.RowStep, m, x.RowStep, Math.Clamp(MostNumbers / n, Capacity, MostHeld)))
        {
            Multiply((float*)dy.Pointer, dy.RowStep, (float*)x.Pointer, x.RowStep, n, m, rows);
        }
        else
        {
            _held.Add(dy.Handle());
            _held.Add(x.Handle());
            Wait((float*)dy.Pointer, (float*)x.Pointer, rows);
        }

        GC.KeepAlive(dy);
        GC.KeepAlive(x);
    }

    /// <summary>The gradient of a bias: the sum of these rows, which nobody changes any more.</summary>
    public void Add(torch.Tensor dy)
    {
        var (rows, n) = ((int)dy.Sizes[0], (int)dy.Sizes[1]);
        var alone = new RowRun((float*)dy.Pointer, null, rows);
        if (!Expects(rows, n, dy.RowStep, 0, 0, MostHeld))
        {
            Sum(&alone, 1, dy.RowStep, n);
        }
        else
        {
            _held.Add(dy.Handle());
            Wait(alone.Left, null, rows);
        }

        GC.KeepAlive(dy);
    }

    /// <summary>The same as for a weight, for rows that will be gone: they are copied.</summary>
    public void Add(float* dy, int n, float* x, int m, int rows)
    {
        if (!Expects(rows, n, n, m, m, Capacity))
        {
            Multiply(dy, n, x, m, n, m, rows);
            return;
        }

        if (_dy == null)
        {
            _dy = (float*)NativePool.Rent((long)Capacity * n * sizeof(float), out _bucketDy);
            _x = (float*)NativePool.Rent((long)Capacity * m * sizeof(float), out _bucketX);
        }

        float* toDy = _dy + (nint)_copied * n, toX = _x + (nint)_copied * m;
        NativeCopy.Run(dy, toDy, (long)rows * n * sizeof(float));
        NativeCopy.Run(x, toX, (long)rows * m * sizeof(float));
        _copied += rows;
        Wait(toDy, toX, rows);
    }

    /// <summary>Adds what waits.</summary>
    public void Settle()
    {
        var rows = _rows;
        _rows = 0;
        if (rows > 0 && _m == 0)
            Sum(_runs, _runCount, _stepDy, _n);
        else if (rows > 0 && _runCount == 1)
            Multiply(_runs[0].Left, _stepDy, _runs[0].Right, _stepX, _n, _m, rows);
        else if (rows > 0)
            Multiply(null, _stepDy, null, _stepX, _n, _m, rows);
        Forget();
    }

    /// <summary>Ends a backward pass: what still waits is forgotten.</summary>
    public void End()
    {
        (_usesBefore, _uses) = (_uses, 0);
        Forget();
        Return(ref _dy, _bucketDy);
        Return(ref _x, _bucketX);
        if (_runs != null)
            NativePool.Return((byte*)_runs, _bucketRuns);
        _runs = null;
    }

    /// <summary>Forgets how often the weight was used: its slot becomes that of another.</summary>
    public void Reset() => (_uses, _usesBefore) = (0, 0);

    // Makes room for rows that wait; false if these should not.
    private bool Expects(int rows, int n, int stepDy, int m, int stepX, int most)
    {
        if (_uses++ == 0 && _usesBefore <= 1)
            return false;
        if (_rows > 0 && (_rows + rows > most || _runCount == MostRuns || (n, m, stepDy, stepX) != (_n, _m, _stepDy, _stepX)))
            Settle();
        if (_rows == 0 && (n, m) != (_n, _m))
        {
            Return(ref _dy, _bucketDy);
            Return(ref _x, _bucketX);
        }

        (_n, _m, _stepDy, _stepX) = (n, m, stepDy, stepX);
        return true;
    }

    private void Wait(float* dy, float* x, int rows)
    {
        if (_runs == null)
            _runs = (RowRun*)NativePool.Rent(MostRuns * sizeof(RowRun), out _bucketRuns);
        _rows += rows;
        if (_runCount > 0 && _runs[_runCount - 1] is var last && last.Left + (nint)last.Count * _stepDy == dy && last.Right + (nint)last.Count * _stepX == x)
            _runs[_runCount - 1] = new RowRun(last.Left, last.Right, last.Count + rows);
        else
            _runs[_runCount++] = new RowRun(dy, x, rows);
    }

    private void Forget()
    {
        foreach (var tensor in _held)
            tensor.Dispose();
        _held.Clear();
        (_rows, _runCount, _copied) = (0, 0, 0);
    }

    private static void Return(ref float* block, int bucket)
    {
        if (block != null)
            NativePool.Return((byte*)block, bucket);
        block = null;
    }

    private void Sum(RowRun* runs, int count, int step, int n)
    {
        var db = Gradients.Buffer(slot, Shapes.Known([n]), torch.ScalarType.Float32);
        ColumnSums.Add(runs, count, n, step, (float*)db.Pointer);
        GC.KeepAlive(db);
    }

    private void Multiply(float* dy, int stepDy, float* x, int stepX, int n, int m, int rows)
    {
        var dw = Gradients.Buffer(slot, Shapes.Known([n, m]), torch.ScalarType.Float32, out var fresh);
        if (dy == null)
            Gemm.MultiplyRuns(n, m, rows, _runs, stepDy, stepX, (float*)dw.Pointer, m, accumulate: !fresh);
        else
            Gemm.Multiply(true, false, n, m, rows, dy, stepDy, x, stepX, (float*)dw.Pointer, m, accumulate: !fresh);
        GC.KeepAlive(dw);
    }
}

/// <summary>Where a recurrent layer leaves the gradients of its weights when they are put together later; null if they are not.</summary>
internal readonly record struct LateWeights(LateProduct? Input, LateProduct? Hidden);
