using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>y[i] = a[i] · b[items[i]]: a (N, m, k), b (B, k, n), items (N); where gradients are wanted, put together from its parts.</summary>
internal static unsafe class BatchedBranch
{
    public static Tensor Run(Tensor a, Tensor b, Tensor items)
    {
        Check(a, b, items);
        if (a.dtype != ScalarType.Float32 || b.dtype != ScalarType.Float32 || Tensor.Records(a, b))
            return a.bmm(b.index_select(0, items));
        using var left = a.Dense();
        using var right = b.Dense();
        using var chosen = items.Dense();
        var y = Tensor.Uninitialized([a.Sizes[0], a.Sizes[1], b.Sizes[2]], ScalarType.Float32);
        var (m, n, k) = ((int)a.Sizes[1], (int)b.Sizes[2], (int)a.Sizes[2]);
        var body = new Items(m, n, k, (float*)left.Pointer, (float*)right.Pointer, (long*)chosen.Pointer, (float*)y.Pointer);
        RowChunks.Run((int)a.Sizes[0], (long)m * n * k, ref body);
        return y;
    }

    /// <summary>Refuses numbers that name no item.</summary>
    public static void CheckItems(string op, Tensor items, long count)
    {
        using var dense = items.Dense();
        foreach (var item in dense.Span<long>())
        {
            if (item < 0 || item >= count)
                throw new TensorException($"{op}: item {item} of a batch of {count}; items go from 0 to {count - 1}.");
        }
    }

    private static void Check(Tensor a, Tensor b, Tensor items)
    {
        if (a.dim() != 3 || b.dim() != 3 || a.size(2) != b.size(1) || items.dim() != 1 || items.size(0) != a.size(0)
            || items.dtype != ScalarType.Int64)
        {
            throw new TensorException(
                "bmm_of: expected a (N, m, k), b (B, k, n) and Int64 items (N), got "
                + $"{Modules.Show.Of(a.shape)}, {Modules.Show.Of(b.shape)} and {items.dtype} {Modules.Show.Of(items.shape)}.");
        }

        CheckItems("bmm_of", items, b.size(0));
    }

    private readonly struct Items(int m, int n, int k, float* a, float* b, long* items, float* y) : IRowBody
    {
        public void Run(int first, int last)
        {
            for (nint i = first; i < last; i++)
                Gemm.Multiply(false, false, m, n, k, a + i * m * k, k, b + (nint)items[i] * k * n, n, y + i * m * n, n, accumulate: false);
        }
    }
}
