namespace Seq2Seq.Tensors;

internal static unsafe partial class Gemm
{
    public static void Multiply(
        bool transA, bool transB, int m, int n, int k, double* a, int lda, double* b, int ldb, double* c, int ldc, bool accumulate)
    {
        nint stepA = transA ? lda : 1, rowA = transA ? 1 : lda;
        nint stepB = transB ? 1 : ldb, columnB = transB ? ldb : 1;
        for (var i = 0; i < m; i++)
        {
            var output = c + (nint)i * ldc;
            if (!accumulate)
                new Span<double>(output, n).Clear();
            for (nint p = 0; p < k; p++)
            {
                var left = a[i * rowA + p * stepA];
                var right = b + p * stepB;
                for (nint j = 0; j < n; j++)
                    output[j] = Math.FusedMultiplyAdd(left, right[j * columnB], output[j]);
            }
        }
    }

    /// <inheritdoc cref="MultiplyBatched(int, long, long, long, bool, bool, int, int, int, float*, int, float*, int, float*, int, bool)"/>
    public static void MultiplyBatched(
        int batch, long strideA, long strideB, long strideC, bool transA, bool transB, int m, int n, int k,
        double* a, int lda, double* b, int ldb, double* c, int ldc, bool accumulate)
    {
        for (var item = 0; item < batch; item++)
            Multiply(transA, transB, m, n, k, a + item * strideA, lda, b + item * strideB, ldb, c + item * strideC, ldc, accumulate);
    }
}
