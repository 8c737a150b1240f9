using System.Numerics;

namespace Seq2Seq.Tensors;

/// <summary>Combines the elements of a row into one.</summary>
internal interface IRowReduction<T, TResult>
{
    static abstract TResult Apply(ReadOnlySpan<T> row);
}

/// <summary>Reductions over any dimensions; never records gradients.</summary>
internal static unsafe class Reduction
{
    /// <summary>The tensor with the reduced dimensions moved last and all of it contiguous, outside any scope.</summary>
    public static torch.Tensor Rows(torch.Tensor x, bool[] reduced, out long rows, out long columns)
    {
        Span<int> order = stackalloc int[reduced.Length];
        var next = 0;
        (rows, columns) = (1, 1);
        for (var i = 0; i < reduced.Length; i++)
        {
            if (reduced[i])
                continue;
            order[next++] = i;
            rows *= x.Sizes[i];
        }

        for (var i = 0; i < reduced.Length; i++)
        {
            if (!reduced[i])
                continue;
            order[next++] = i;
            columns *= x.Sizes[i];
        }

        using var moved = x.Permuted(order);
        return moved.Dense();
    }

    public static long[] Sizes(ReadOnlySpan<long> sizes, bool[] reduced, bool keepdim)
    {
        Span<long> result = stackalloc long[sizes.Length];
        var next = 0;
        for (var i = 0; i < sizes.Length; i++)
        {
            if (!reduced[i])
                result[next++] = sizes[i];
            else if (keepdim)
                result[next++] = 1;
        }

        return Shapes.Known(result[..next]);
    }

    /// <summary>Applies a reduction to each row.</summary>
    public static void Apply<T, TResult, TReduction>(torch.Tensor dense, long rows, long columns, torch.Tensor y)
        where T : unmanaged
        where TResult : unmanaged
        where TReduction : struct, IRowReduction<T, TResult>
    {
        fixed (T* source = dense.Span<T>())
        fixed (TResult* target = y.Span<TResult>())
        {
            var body = new ReducedRows<T, TResult, TReduction>(source, (int)columns, target);
            RowChunks.Run((int)rows, columns, ref body);
        }
    }

    private readonly struct ReducedRows<T, TResult, TReduction>(T* source, int columns, TResult* target) : IRowBody
        where T : unmanaged
        where TResult : unmanaged
        where TReduction : struct, IRowReduction<T, TResult>
    {
        public void Run(int first, int last)
        {
            for (nint row = first; row < last; row++)
                target[row] = TReduction.Apply(new ReadOnlySpan<T>(source + row * columns, columns));
        }
    }

    /// <summary>Sums in the given type; leading dimensions of a contiguous tensor are summed without moving anything.</summary>
    public static torch.Tensor Sum(torch.Tensor x, bool[] reduced, bool keepdim)
    {
        var y = torch.Tensor.Uninitialized(Sizes(x.Sizes, reduced, keepdim), x.dtype);
        if (y.Count == 0)
            return y;
        if (x.Count == 0)
        {
            Copying.Fill(y, 0);
            return y;
        }

        if (x.dtype.IsFloat() && x.Contiguous && Leading(reduced) is var lead && lead > 0)
        {
            var rows = (int)Shapes.Count(x.Sizes.AsSpan(0, lead));
            var columns = (int)Shapes.Count(x.Sizes.AsSpan(lead));
            if (x.dtype == torch.ScalarType.Float32)
                ReduceKernel.SumColumns(x.Span<float>(), rows, columns, y.Span<float>());
            else
                ReduceKernel.SumColumns(x.Span<double>(), rows, columns, y.Span<double>());
            GC.KeepAlive(x);
            return y;
        }

        using var dense = Rows(x, reduced, out var outer, out var inner);
        switch (x.dtype)
        {
            case torch.ScalarType.Float32:
                ReduceKernel.SumRows(dense.Span<float>(), (int)outer, (int)inner, y.Span<float>());
                break;
            case torch.ScalarType.Float64:
                ReduceKernel.SumRows(dense.Span<double>(), (int)outer, (int)inner, y.Span<double>());
                break;
            default:
                var body = new IntegerSum { Dense = dense, Rows = outer, Columns = inner, Y = y };
                ElementTypes.Dispatch(x.dtype, ref body);
                break;
        }

        return y;
    }

    // How many dimensions are reduced if they are the first ones and not all; else 0.
    private static int Leading(bool[] reduced)
    {
        var lead = 0;
        while (lead < reduced.Length && reduced[lead])
            lead++;
        for (var i = lead; i < reduced.Length; i++)
        {
            if (reduced[i])
                return 0;
        }

        return lead == reduced.Length ? 0 : lead;
    }

    private struct IntegerSum : IElementBody
    {
        public torch.Tensor Dense;
        public torch.Tensor Y;
        public long Rows;
        public long Columns;

        public readonly void Run<T>()
            where T : unmanaged, INumber<T> => Apply<T, T, SumRow<T>>(Dense, Rows, Columns, Y);
    }

    private struct SumRow<T> : IRowReduction<T, T>
        where T : unmanaged, INumber<T>
    {
        public static T Apply(ReadOnlySpan<T> row)
        {
            var sum = T.Zero;
            foreach (var x in row)
                sum += x;
            return sum;
        }
    }
}
