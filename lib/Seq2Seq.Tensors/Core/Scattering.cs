using System.Numerics;

namespace Seq2Seq.Tensors;

/// <summary>Reads and writes through index tensors, in index order; never records gradients.</summary>
internal static unsafe class Scattering
{
    /// <summary>y at i = x at i, but with the coordinate of one dimension taken from index.</summary>
    public static void Gather(torch.Tensor x, int dim, torch.Tensor index, torch.Tensor y, string operation)
    {
        var body = new Body { Mode = Mode.Gather, Table = x, Dim = dim, Index = index, Values = y, Operation = operation };
        ElementTypes.Dispatch(x.dtype, ref body);
    }

    /// <summary>target at index += factor · values.</summary>
    public static void Add(torch.Tensor target, int dim, torch.Tensor index, torch.Tensor values, double factor, string operation = "scatter_add")
    {
        var body = new Body { Mode = Mode.Add, Table = target, Dim = dim, Index = index, Values = values, Factor = factor, Operation = operation };
        ElementTypes.Dispatch(target.dtype, ref body);
    }

    /// <summary>target at index = values; the last one wins.</summary>
    public static void Set(torch.Tensor target, int dim, torch.Tensor index, torch.Tensor values, string operation = "scatter")
    {
        var body = new Body { Mode = Mode.Set, Table = target, Dim = dim, Index = index, Values = values, Operation = operation };
        ElementTypes.Dispatch(target.dtype, ref body);
    }

    /// <summary>y = the slices of x that a 1-d index names.</summary>
    public static torch.Tensor SelectRows(torch.Tensor x, int dim, torch.Tensor index, string operation)
    {
        var sizes = Shapes.With(x.Sizes, dim, index.Count);
        var y = torch.Tensor.Uninitialized(sizes, x.dtype);
        if (sizes.Length == 0)
        {
            Copying.Copy(x, y);
            return y;
        }

        if (AreRows(x, dim, y))
        {
            WholeRows.Select(x, index, y, operation);
            return y;
        }

        using var wide = Wide(index, y.Sizes, dim);
        Gather(x, dim, wide, y, operation);
        return y;
    }

    /// <summary>The slices of target that a 1-d index names += factor · values.</summary>
    public static void AddRows(torch.Tensor target, int dim, torch.Tensor index, torch.Tensor values, double factor)
    {
        if (factor == 1 && AreRows(target, dim, values))
        {
            WholeRows.Add(target, index, values, "index_add");
            return;
        }

        using var wide = Wide(index, values.Sizes, dim);
        Add(target, dim, wide, values, factor, "index_add");
    }

    // Floating-point slices of the first dimension that lie whole in either tensor.
    private static bool AreRows(torch.Tensor table, int dim, torch.Tensor values) =>
        dim == 0 && table.dtype.IsFloat() && values.dtype == table.dtype && table.Rank > 1 && table.Count > 0 && table.Contiguous && values.Contiguous;

    // A 1-d index stretched over all other dimensions.
    public static torch.Tensor Wide(torch.Tensor index, long[] sizes, int dim)
    {
        using var whole = index.Cast(torch.ScalarType.Int64);
        using var flat = whole.Dense();
        Span<long> strides = stackalloc long[sizes.Length];
        strides.Clear();
        if (sizes.Length > 0)
            strides[dim] = 1;
        return flat.AsStridedUnscoped(new Geometry(sizes, Shapes.Known(strides), flat.Offset));
    }

    private enum Mode
    {
        Gather,
        Add,
        Set,
    }

    private struct Body : IElementBody
    {
        public Mode Mode;
        public torch.Tensor Table;
        public int Dim;
        public torch.Tensor Index;
        public torch.Tensor Values;
        public double Factor;
        public string Operation;

        public readonly void Run<T>()
            where T : unmanaged, INumber<T>
        {
            var sizes = Index.Sizes;
            var row = new Row<T>
            {
                Mode = Mode,
                Length = Table.Rank == 0 ? 1 : Table.Sizes[Dim],
                Stride = Table.Rank == 0 ? 0 : Table.Strides[Dim],
                Factor = T.CreateTruncating(Factor),
                Scaled = Factor != 1,
                Operation = Operation,
                Dim = Dim,
                Shape = Table.Sizes,
            };

            // The table is walked like the index, except along dim, where the index says where to look.
            var steps = Shapes.With(Table.Strides, Dim, 0);
            StridedLoop.Run(
                sizes,
                ref row,
                new Operand(Values.Pointer, Values.Strides, Values.dtype.Size(), Values),
                new Operand(Table.Pointer, steps, Table.dtype.Size(), Table),
                new Operand(Index.Pointer, Index.Strides, sizeof(long), Index));
        }
    }

    private struct Row<T> : IRow
        where T : unmanaged, INumber<T>
    {
        public Mode Mode;
        public long Length;
        public long Stride;
        public T Factor;
        public bool Scaled;
        public string Operation;
        public int Dim;
        public long[] Shape;

        public readonly void Run(byte* y, long yStep, byte* a, long aStep, byte* b, long bStep, byte* c, long cStep, long length)
        {
            for (var i = 0L; i < length; i++, y += yStep, a += aStep, b += bStep)
            {
                var index = *(long*)b;
                if ((ulong)index >= (ulong)Length)
                    throw Throw.IndexOutOfRange(Operation, index, Dim, Shape);
                var at = (T*)a + (index * Stride);
                switch (Mode)
                {
                    case Mode.Gather:
                        *(T*)y = *at;
                        break;
                    case Mode.Add:
                        *at += Scaled ? *(T*)y * Factor : *(T*)y;
                        break;
                    default:
                        *at = *(T*)y;
                        break;
                }
            }
        }
    }
}
