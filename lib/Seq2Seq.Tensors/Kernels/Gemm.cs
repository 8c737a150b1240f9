namespace Seq2Seq.Tensors;

/// <summary>C (m, n) = op(A) (m, k) · op(B) (k, n), plus C when accumulating; row-major, leading dimensions in elements.</summary>
/// <remarks>Each element of C is one chain of fused multiply-adds over k in rising order, starting from 0 or from C.</remarks>
internal static unsafe partial class Gemm
{
    public static void Multiply(
        bool transA, bool transB, int m, int n, int k, float* a, int lda, float* b, int ldb, float* c, int ldc, bool accumulate)
    {
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var sum = accumulate ? c[(long)i * ldc + j] : 0;
                for (var p = 0; p < k; p++)
                {
                    var left = transA ? a[(long)p * lda + i] : a[(long)i * lda + p];
                    var right = transB ? b[(long)j * ldb + p] : b[(long)p * ldb + j];
                    sum = MathF.FusedMultiplyAdd(left, right, sum);
                }

                c[(long)i * ldc + j] = sum;
            }
        }
    }

    public static void Multiply(
        bool transA, bool transB, int m, int n, int k, double* a, int lda, double* b, int ldb, double* c, int ldc, bool accumulate)
    {
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var sum = accumulate ? c[(long)i * ldc + j] : 0;
                for (var p = 0; p < k; p++)
                {
                    var left = transA ? a[(long)p * lda + i] : a[(long)i * lda + p];
                    var right = transB ? b[(long)j * ldb + p] : b[(long)p * ldb + j];
                    sum = Math.FusedMultiplyAdd(left, right, sum);
                }

                c[(long)i * ldc + j] = sum;
            }
        }
    }

    /// <summary>The same product for each item of a batch, whose matrices lie the given strides apart (0 repeats one matrix).</summary>
    public static void MultiplyBatched(
        int batch, long strideA, long strideB, long strideC, bool transA, bool transB, int m, int n, int k,
        float* a, int lda, float* b, int ldb, float* c, int ldc, bool accumulate)
    {
        for (var item = 0; item < batch; item++)
            Multiply(transA, transB, m, n, k, a + item * strideA, lda, b + item * strideB, ldb, c + item * strideC, ldc, accumulate);
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
