namespace Seq2Seq.Tensors;

/// <summary>A weight's gradient dW (n, m) += dyᵀ x where dy (rows, n) and x (rows, m) come a few rows at a time, as in a loop over steps.</summary>
/// <remarks>
/// The rows are put together and multiplied at once, so that dW goes through the caches once and not at every step. A product is one
/// chain of multiply-adds over the rows in their order (see <see cref="Gemm"/>), so the bits are those of one product after the other.
/// A weight that was used once in the last backward pass is expected to be used once, and waits for nothing.
/// </remarks>
internal sealed unsafe class LateProduct(GradientSlot slot)
{
    /// <summary>A product of more rows is worth its own way through the caches.</summary>
    public const int FewRows = 128;

    private const int Capacity = 256;

    private float* _dy;
    private float* _x;
    private int _bucketDy;
    private int _bucketX;
    private int _n;
    private int _m;
    private int _rows;
    private int _uses;
    private int _usesBefore;

    /// <summary>Does anything wait to be added to the slot's gradient?</summary>
    public bool Waits => _rows > 0;

    public void Add(float* dy, int n, float* x, int m, int rows)
    {
        if (_uses++ == 0 && _usesBefore <= 1)
        {
            Multiply(dy, n, x, m, rows);
            return;
        }

        if (_rows + rows > Capacity || (_rows > 0 && (n, m) != (_n, _m)))
            Settle();
        if (_rows == 0 && _dy == null)
            Rent(n, m);
        NativeCopy.Run(dy, _dy + (nint)_rows * n, (long)rows * n * sizeof(float));
        NativeCopy.Run(x, _x + (nint)_rows * m, (long)rows * m * sizeof(float));
        _rows += rows;
    }

    /// <summary>Adds what waits.</summary>
    public void Settle()
    {
        var rows = _rows;
        _rows = 0;
        if (rows > 0)
            Multiply(_dy, _n, _x, _m, rows);
    }

    /// <summary>Ends a backward pass: what still waits is forgotten.</summary>
    public void End()
    {
        (_rows, _usesBefore, _uses) = (0, _uses, 0);
        if (_dy == null)
            return;
        NativePool.Return((byte*)_dy, _bucketDy);
        NativePool.Return((byte*)_x, _bucketX);
        _dy = null;
        _x = null;
    }

    /// <summary>Forgets how often the weight was used: its slot becomes that of another.</summary>
    public void Reset() => (_uses, _usesBefore) = (0, 0);

    private void Rent(int n, int m)
    {
        (_n, _m) = (n, m);
        _dy = (float*)NativePool.Rent((long)Capacity * n * sizeof(float), out _bucketDy);
        _x = (float*)NativePool.Rent((long)Capacity * m * sizeof(float), out _bucketX);
    }

    private void Multiply(float* dy, int n, float* x, int m, int rows)
    {
        var dw = Gradients.Buffer(slot, Shapes.Known([n, m]), torch.ScalarType.Float32, out var fresh);
        Gemm.Multiply(true, false, n, m, rows, dy, n, x, m, (float*)dw.Pointer, m, accumulate: !fresh);
        GC.KeepAlive(dw);
    }
}

/// <summary>Where a recurrent layer leaves the gradients of its weights when they are put together later; null if they are not.</summary>
internal readonly record struct LateWeights(LateProduct? Input, LateProduct? Hidden);
