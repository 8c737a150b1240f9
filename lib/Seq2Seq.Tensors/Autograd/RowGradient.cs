using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>The gradient of a table (rows, columns) of which few rows were looked up: those rows only, as they first came; all others are zero.</summary>
/// <remarks>
/// Each row starts at zero and is added to in the order of the lookups, as in the whole table, so its bits are the same. A sum that
/// starts at zero is never −0, so <c>0 + row</c> is the row, too.
/// </remarks>
internal sealed unsafe class RowGradient
{
    private readonly int _columns;
    private readonly int _bytes;
    private readonly int _bucketPlaces;
    private int* _places;
    private byte* _values;
    private int _bucketValues;
    private int* _rows;
    private int _bucketRows;
    private int _capacity;
    private int _most;

    public RowGradient(long[] sizes, torch.ScalarType type)
    {
        (Sizes, Type, _columns, _bytes) = (sizes, type, (int)sizes[1], (int)(sizes[1] * type.Size()));
        _places = (int*)NativePool.Rent(sizes[0] * sizeof(int), out _bucketPlaces);
        new Span<int>(_places, (int)sizes[0]).Fill(-1);
    }

    ~RowGradient()
    {
        Clear();
        if (_places != null)
            NativePool.Return((byte*)_places, _bucketPlaces);
        _places = null;
    }

    public long[] Sizes { get; }

    public torch.ScalarType Type { get; }

    /// <summary>How many rows were looked up.</summary>
    public int Count { get; private set; }

    /// <summary>Are so few rows worth it? With many of them the whole table is as good, and needs no places.</summary>
    public static bool Pays(long lookups, long[] sizes) => 2 * lookups <= sizes[0] && sizes[0] <= int.MaxValue && sizes[1] > 0;

    /// <summary>The values of row number <paramref name="row"/>, null if it is zero.</summary>
    public void* Row(nint row) => _places[row] < 0 ? null : _values + (nint)_places[row] * _bytes;

    /// <summary>Row indices[i] += dy[i], in the order of i, where indices[i] is not padding.</summary>
    public void Add(void* dy, long* indices, int count, long padding)
    {
        var places = (long*)NativePool.Rent((long)count * sizeof(long), out var bucket);
        var before = Count;
        Reserve(Math.Min(Sizes[0], (long)before + count));
        for (nint i = 0; i < count; i++)
            places[i] = indices[i] == padding ? -1 : Place((int)indices[i]);
        new Span<byte>(_values + (nint)before * _bytes, (Count - before) * _bytes).Clear();
        if (Type == torch.ScalarType.Float32)
            EmbeddingKernel.Backward((float*)dy, _columns, places, count, -1, (float*)_values);
        else
            EmbeddingKernel.Backward((double*)dy, _columns, places, count, -1, (double*)_values);
        NativePool.Return((byte*)places, bucket);
    }

    /// <summary>The whole table, outside any scope.</summary>
    public torch.Tensor Dense()
    {
        var dense = torch.Tensor.ZerosUnscoped(Sizes, Type);
        for (var i = 0; i < Count; i++)
            Buffer.MemoryCopy(_values + (nint)i * _bytes, dense.Pointer + (nint)_rows[i] * _bytes, _bytes, _bytes);
        GC.KeepAlive(dense);
        return dense;
    }

    /// <summary>Σ x² over the whole table, in the tree of <see cref="Lanes"/>: branches without a row are the zero they would add up to.</summary>
    public double SumOfSquares() => ParallelFold.Over(
        (nint)(Sizes[0] * _columns), Type == torch.ScalarType.Float64, default(Folds.SquareFold), new Branch(this));

    /// <summary>Makes every row zero and gives the memory of their values back.</summary>
    public void Clear()
    {
        for (var i = 0; i < Count; i++)
            _places[_rows[i]] = -1;
        (_most, Count, _capacity) = (Math.Max(Count, 1), 0, 0);
        if (_values == null)
            return;
        NativePool.Return(_values, _bucketValues);
        NativePool.Return((byte*)_rows, _bucketRows);
        _values = null;
        _rows = null;
    }

    private int Place(int row)
    {
        if (_places[row] < 0)
        {
            _rows[Count] = row;
            _places[row] = Count++;
        }

        return _places[row];
    }

    private void Reserve(long rows)
    {
        if (rows <= _capacity)
            return;

        // As many as last time, or twice as many as now.
        _capacity = (int)Math.Min(Sizes[0], Math.Max(rows, Math.Max(_most, 2L * _capacity)));
        var values = _values;
        var list = _rows;
        var (bucketValues, bucketRows) = (_bucketValues, _bucketRows);
        _values = NativePool.Rent((long)_capacity * _bytes, out _bucketValues);
        _rows = (int*)NativePool.Rent((long)_capacity * sizeof(int), out _bucketRows);
        if (values == null)
            return;
        NativeCopy.Run(values, _values, (long)Count * _bytes);
        NativeCopy.Run(list, _rows, (long)Count * sizeof(int));
        NativePool.Return(values, bucketValues);
        NativePool.Return((byte*)list, bucketRows);
    }

    [SkipLocalsInit]
    private double Squares<T>(long from, long length)
        where T : unmanaged
    {
        if (!Touches(from, length))
            return 0;
        var isDouble = typeof(T) == typeof(double);
        if (length > Lanes.Block)
        {
            var half = Lanes.Half((nint)length);
            var (left, right) = (Squares<T>(from, half), Squares<T>(from + half, length - half));
            return isDouble
                ? Lanes.Join<Double1, Folds.SquareFold>(left, right, default)
                : Lanes.Join<Float1, Folds.SquareFold>(left, right, default);
        }

        // The block as it would lie in memory. Rows of whole runs leave each other's lanes alone, so zeros among them can be left out.
        var block = stackalloc T[Lanes.Block];
        var filled = 0;
        for (var i = from; i < from + length;)
        {
            var (row, column) = Math.DivRem(i, _columns);
            var width = (int)Math.Min(_columns - column, from + length - i);
            var values = (T*)Row((nint)row);
            i += width;
            if (values == null && _columns % Lanes.Run == 0)
                continue;
            var target = new Span<T>(block + filled, width);
            filled += width;
            if (values == null)
                target.Clear();
            else
                new ReadOnlySpan<T>(values + column, width).CopyTo(target);
        }

        return Lanes.Fold(block, null, filled, isDouble, 0, default(Folds.SquareFold));
    }

    private bool Touches(long from, long length)
    {
        var places = new ReadOnlySpan<int>(_places, (int)Sizes[0]);
        var (first, last) = ((int)(from / _columns), (int)((from + length - 1) / _columns));
        return places[first..(last + 1)].IndexOfAnyInRange(0, int.MaxValue) >= 0;
    }

    private readonly struct Branch(RowGradient rows) : IBranch
    {
        public double Fold(nint first, nint length) =>
            rows.Type == torch.ScalarType.Float32 ? rows.Squares<float>(first, length) : rows.Squares<double>(first, length);
    }
}
