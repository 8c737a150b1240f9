using System.Numerics;

namespace Seq2Seq.Tensors;

/// <summary>Matrix products of tensors of any strides; never records gradients.</summary>
internal static unsafe class Multiplication
{
    /// <summary>a (m, k) times b (k, n).</summary>
    public static torch.Tensor Matrices(torch.Tensor a, torch.Tensor b)
    {
        var y = torch.Tensor.Uninitialized([a.Sizes[0], b.Sizes[1]], a.dtype);
        Run(a, b, y, accumulate: false);
        return y;
    }

    /// <summary>y (m, n) += a (m, k) b (k, n); y is contiguous, and what it holds is not read if it is fresh.</summary>
    public static void Add(torch.Tensor a, torch.Tensor b, torch.Tensor y, bool fresh = false)
    {
        if (fresh && a.Sizes[1] == 0)
            Copying.Fill(y, 0);
        Run(a, b, y, accumulate: !fresh);
    }

    /// <summary>y (m, n) = x (m, k) times a weight (n, k), transposed, plus the bias (n) if there is one.</summary>
    public static void Linear(torch.Tensor x, torch.Tensor weight, torch.Tensor? bias, bool kept, torch.Tensor y)
    {
        if (x.dtype == torch.ScalarType.Float32 && x.Contiguous && weight.Contiguous && bias is not { Contiguous: false } && x.Sizes[1] > 0)
        {
            WeightProduct(x, weight, transposed: true, kept, y, accumulate: false, bias is null ? null : (float*)bias.Pointer);
            GC.KeepAlive(bias);
            return;
        }

        if (bias is null)
            Copying.Fill(y, 0);
        else
            Copying.Copy(bias, y);
        using var right = weight.Transposed();
        Add(x, right, y);
    }

    /// <summary>y (m, n) += x (m, k) times a weight (k, n); one that is kept is packed once for all products until it changes.</summary>
    public static void AddWeight(torch.Tensor x, torch.Tensor weight, bool kept, torch.Tensor y, bool fresh)
    {
        if (x.dtype == torch.ScalarType.Float32 && x.HasWholeRows && weight.Contiguous && x.Sizes[1] > 0)
            WeightProduct(x, weight, transposed: false, kept, y, accumulate: !fresh, null);
        else
            Add(x, weight, y, fresh);
    }

    private static void WeightProduct(
        torch.Tensor x, torch.Tensor weight, bool transposed, bool kept, torch.Tensor y, bool accumulate, float* bias)
    {
        // With many rows, packing anew costs little, and the copy would cost memory.
        const int FewRows = 512;
        var (m, n, k) = ((int)x.Sizes[0], (int)y.Sizes[1], (int)x.Sizes[1]);
        float* a = (float*)x.Pointer, b = (float*)weight.Pointer, c = (float*)y.Pointer;
        var (lda, ldb) = (x.RowStep, (int)weight.Sizes[1]);
        if (kept && m <= FewRows && (long)m * n * k >= 4096)
        {
            var packed = PackedWeights.Get(weight.Storage, weight.Storage.Version, transposed, k, n, b, ldb);
            Gemm.Multiply(false, m, a, lda, packed, c, n, accumulate, bias);
        }
        else
        {
            Gemm.Multiply(false, transposed, m, n, k, a, lda, b, ldb, c, n, accumulate, bias);
        }

        GC.KeepAlive(x);
        GC.KeepAlive(weight);
        GC.KeepAlive(y);
    }

    /// <summary>a (B, m, k) times b (B, k, n), where a batch of 1 is used for all.</summary>
    public static torch.Tensor Batched(torch.Tensor a, torch.Tensor b)
    {
        var batch = Math.Max(a.Sizes[0], b.Sizes[0]);
        if (a.Sizes[0] == 0 || b.Sizes[0] == 0)
            batch = 0;
        var y = torch.Tensor.Uninitialized([batch, a.Sizes[1], b.Sizes[2]], a.dtype);
        if (batch > 0)
            Run(a, b, y, accumulate: false);
        return y;
    }

    /// <summary>y (B, m, n) += a (B, m, k) b (B, k, n), each product as a whole; what y holds is not read if it is fresh.</summary>
    public static void AddBatched(torch.Tensor a, torch.Tensor b, torch.Tensor y, bool fresh)
    {
        if (fresh)
        {
            Run(a, b, y, accumulate: false);
            return;
        }

        if (y.dtype != torch.ScalarType.Float32 || y.Sizes[1] * y.Sizes[2] > ProductSums.MostNumbers)
        {
            using var whole = Batched(a, b).Handle();
            y.AddScaledRaw(whole, 1);
            return;
        }

        using var left = Usable(a, out var transA, out var lda, out var strideA);
        using var right = Usable(b, out var transB, out var ldb, out var strideB);
        var body = new ProductSums(
            (int)y.Sizes[0], (int)y.Sizes[1], (int)y.Sizes[2], (int)a.Sizes[2],
            (float*)left.Pointer, lda, strideA, transA, (float*)right.Pointer, ldb, strideB, transB, (float*)y.Pointer);
        body.Run();
        GC.KeepAlive(y);
    }

    private static void Run(torch.Tensor a, torch.Tensor b, torch.Tensor y, bool accumulate)
    {
        if (a.dtype.IsFloat())
        {
            using var left = Usable(a, out var transA, out var lda, out var strideA);
            using var right = Usable(b, out var transB, out var ldb, out var strideB);
            var (m, n, k) = ((int)a.Sizes[^2], (int)b.Sizes[^1], (int)a.Sizes[^1]);
            if (m == 0 || n == 0)
                return;
            var batch = y.Rank == 3 ? (int)y.Sizes[0] : 1;
            var strideC = (long)m * n;
            if (a.dtype == torch.ScalarType.Float32)
            {
                Gemm.MultiplyBatched(
                    batch, strideA, strideB, strideC, transA, transB, m, n, k,
                    (float*)left.Pointer, lda, (float*)right.Pointer, ldb, (float*)y.Pointer, n, accumulate);
            }
            else
            {
                Gemm.MultiplyBatched(
                    batch, strideA, strideB, strideC, transA, transB, m, n, k,
                    (double*)left.Pointer, lda, (double*)right.Pointer, ldb, (double*)y.Pointer, n, accumulate);
            }

            return;
        }

        var body = new IntegerBody { A = a, B = b, Y = y };
        ElementTypes.Dispatch(a.dtype, ref body);
    }

    // A matrix whose rows or columns are dense is used where it lies; anything else is copied first.
    private static torch.Tensor Usable(torch.Tensor x, out bool transposed, out int leading, out long batchStride)
    {
        var (rows, columns) = (x.Sizes[^2], x.Sizes[^1]);
        var (rowStride, columnStride) = (x.Strides[^2], x.Strides[^1]);
        var batched = x.Rank == 3 && x.Sizes[0] > 1;
        batchStride = batched ? x.Strides[0] : 0;
        if ((columnStride == 1 || columns <= 1) && (rowStride >= columns || rows <= 1))
        {
            transposed = false;
            leading = (int)(rows <= 1 ? Math.Max(columns, 1) : rowStride);
            return x.Handle();
        }

        if ((rowStride == 1 || rows <= 1) && (columnStride >= rows || columns <= 1))
        {
            transposed = true;
            leading = (int)(columns <= 1 ? Math.Max(rows, 1) : columnStride);
            return x.Handle();
        }

        transposed = false;
        leading = (int)Math.Max(columns, 1);
        batchStride = batched ? rows * columns : 0;
        return x.Dense();
    }

    private struct IntegerBody : IElementBody
    {
        public torch.Tensor A;
        public torch.Tensor B;
        public torch.Tensor Y;

        public readonly void Run<T>()
            where T : unmanaged, INumber<T>
        {
            using var a = A.Dense();
            using var b = B.Dense();
            var batch = Y.Rank == 3 ? Y.Sizes[0] : 1;
            var (m, n, k) = (A.Sizes[^2], B.Sizes[^1], A.Sizes[^1]);
            for (var item = 0L; item < batch; item++)
            {
                var pa = (T*)a.Pointer + (A.Rank == 3 && A.Sizes[0] > 1 ? item * m * k : 0);
                var pb = (T*)b.Pointer + (B.Rank == 3 && B.Sizes[0] > 1 ? item * k * n : 0);
                var py = (T*)Y.Pointer + (item * m * n);
                for (var i = 0L; i < m; i++)
                {
                    for (var j = 0L; j < n; j++)
                    {
                        var sum = T.Zero;
                        for (var p = 0L; p < k; p++)
                            sum += pa[(i * k) + p] * pb[(p * n) + j];
                        py[(i * n) + j] = sum;
                    }
                }
            }
        }
    }
}
