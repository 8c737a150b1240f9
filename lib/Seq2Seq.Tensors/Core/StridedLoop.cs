namespace Seq2Seq.Tensors;

/// <summary>One row of an element-by-element loop over up to four operands; strides are in bytes.</summary>
internal unsafe interface IRow
{
    void Run(byte* y, long yStep, byte* a, long aStep, byte* b, long bStep, byte* c, long cStep, long length);
}

/// <summary>An operand of a strided loop. It names the owner of its memory, so that the collector leaves it alone meanwhile.</summary>
internal readonly unsafe struct Operand(byte* pointer, long[] strides, int size, object? owner)
{
    public byte* Pointer { get; } = pointer;

    public object? Owner { get; } = owner;

    public long[] Strides { get; } = strides;

    public int Size { get; } = size;

    /// <summary>A tensor, stretched to the loop's shape.</summary>
    public static Operand Of(torch.Tensor tensor, ReadOnlySpan<long> shape) => new(
        tensor.Pointer,
        Shapes.StretchedStrides(tensor.Sizes, tensor.Strides, shape),
        tensor.dtype.Size(),
        tensor);

    /// <summary>The same operand from an index of its first dimension on.</summary>
    public Operand From(long index) => new(Pointer + (index * Strides[0] * Size), Strides, Size, Owner);

    /// <summary>One number used everywhere.</summary>
    public static Operand Constant(void* value) => new((byte*)value, [], 0, null);
}

/// <summary>Walks operands of any strides in row-major order of the shape; neighbouring dimensions are merged first.</summary>
internal static unsafe class StridedLoop
{
    public static void Run<TRow>(ReadOnlySpan<long> shape, ref TRow row, Operand y, Operand a = default, Operand b = default, Operand c = default)
        where TRow : struct, IRow
    {
        if (Shapes.Count(shape) == 0)
            return;
        var rank = Math.Max(shape.Length, 1);
        var sizes = stackalloc long[rank];
        var steps = stackalloc long[4 * rank];
        var used = Merge(shape, sizes, steps, rank, y, a, b, c);
        long* ys = steps, @as = steps + rank, bs = steps + (2 * rank), cs = steps + (3 * rank);
        var index = stackalloc long[rank];
        for (var i = 0; i < rank; i++)
            index[i] = 0;
        byte* py = y.Pointer, pa = a.Pointer, pb = b.Pointer, pc = c.Pointer;
        while (true)
        {
            row.Run(py, ys[0], pa, @as[0], pb, bs[0], pc, cs[0], sizes[0]);
            var d = 1;
            for (; d < used; d++)
            {
                py += ys[d];
                pa += @as[d];
                pb += bs[d];
                pc += cs[d];
                if (++index[d] < sizes[d])
                    break;
                py -= ys[d] * sizes[d];
                pa -= @as[d] * sizes[d];
                pb -= bs[d] * sizes[d];
                pc -= cs[d] * sizes[d];
                index[d] = 0;
            }

            if (d == used)
                break;
        }

        GC.KeepAlive(y.Owner);
        GC.KeepAlive(a.Owner);
        GC.KeepAlive(b.Owner);
        GC.KeepAlive(c.Owner);
    }

    // Writes merged dimensions, innermost first, and returns their number (at least 1).
    private static int Merge(
        ReadOnlySpan<long> shape, long* sizes, long* steps, int rank, Operand y, Operand a, Operand b, Operand c)
    {
        long* ys = steps, @as = steps + rank, bs = steps + (2 * rank), cs = steps + (3 * rank);
        var used = 0;
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            if (shape[i] == 1)
                continue;
            long sy = Step(y, i), sa = Step(a, i), sb = Step(b, i), sc = Step(c, i);
            if (used > 0)
            {
                var n = sizes[used - 1];
                if (sy == ys[used - 1] * n && sa == @as[used - 1] * n && sb == bs[used - 1] * n && sc == cs[used - 1] * n)
                {
                    sizes[used - 1] = n * shape[i];
                    continue;
                }
            }

            sizes[used] = shape[i];
            ys[used] = sy;
            @as[used] = sa;
            bs[used] = sb;
            cs[used] = sc;
            used++;
        }

        if (used > 0)
            return used;
        sizes[0] = 1;
        ys[0] = @as[0] = bs[0] = cs[0] = 0;
        return 1;
    }

    private static long Step(Operand operand, int dim) =>
        operand.Strides is { Length: > 0 } strides ? strides[dim] * operand.Size : 0;
}
