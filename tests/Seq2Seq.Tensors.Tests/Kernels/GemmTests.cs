namespace Seq2Seq.Tensors.Tests.Kernels;

public sealed unsafe class GemmTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 5, 7)]
    [InlineData(8, 32, 16)]
    [InlineData(1, 128, 10)]
    [InlineData(2, 45, 9)]
    [InlineData(13, 70, 300)]
    [InlineData(65, 33, 520)]
    [InlineData(4, 129, 64)]
    [InlineData(2, 3, 0)]
    [InlineData(6, 1, 128)]
    [InlineData(17, 1, 300)]
    [InlineData(5, 1, 0)]
    [InlineData(200, 200, 400)]
    [InlineData(1, 16, 512)]
    [InlineData(1, 25, 512)]
    [InlineData(5, 33, 130)]
    [InlineData(5, 63, 200)]
    [InlineData(4, 97, 100)]
    [InlineData(1, 113, 90)]
    [InlineData(20, 330, 64)]
    [InlineData(150, 70, 1030)]
    public void Every_element_is_one_chain_of_fused_multiply_adds(int m, int n, int k)
    {
        foreach (var (transA, transB, accumulate) in Modes())
        {
            var (lda, ldb, ldc) = ((transA ? m : k) + 3, (transB ? k : n) + 1, n + 2);
            var a = Numbers.Random((transA ? k : m) * lda, 1);
            var b = Numbers.Random((transB ? n : k) * ldb, 2);
            var c = Numbers.Random(m * ldc, 3);
            var expected = Naive(transA, transB, m, n, k, a, lda, b, ldb, c, ldc, accumulate);

            fixed (float* pa = a, pb = b, pc = c)
                Gemm.Multiply(transA, transB, m, n, k, pa, lda, pb, ldb, pc, ldc, accumulate);

            Assert.Equal(expected, c);
        }
    }

    [Theory]
    [InlineData(6, 128)]
    [InlineData(128, 6)]
    [InlineData(83, 9)]
    [InlineData(3, 0)]
    public void A_single_column_is_the_same_chain(int m, int k)
    {
        foreach (var (transA, transB, accumulate) in Modes())
        {
            var (lda, ldb) = ((transA ? m : k) + 3, transB ? k : 1);
            float[] a = Numbers.Random((transA ? k : m) * lda, 1), b = Numbers.Random(k + 1, 2), c = Numbers.Random(m, 3);
            var expected = Naive(transA, transB, m, 1, k, a, lda, b, ldb, c, 1, accumulate);

            fixed (float* pa = a, pb = b, pc = c)
                Gemm.Multiply(transA, transB, m, 1, k, pa, lda, pb, ldb, pc, 1, accumulate);

            Assert.Equal(expected, c);
        }
    }

    [Fact]
    public void Double_products_follow_the_same_chain()
    {
        foreach (var (transA, transB, accumulate) in Modes())
        {
            const int M = 9, N = 11, K = 40;
            var (lda, ldb) = (transA ? M : K, transB ? K : N);
            var a = Numbers.Random(M * K, 1).Select(v => (double)v).ToArray();
            var b = Numbers.Random(K * N, 2).Select(v => (double)v).ToArray();
            var c = Numbers.Random(M * N, 3).Select(v => (double)v).ToArray();
            var expected = (double[])c.Clone();
            for (var i = 0; i < M; i++)
            {
                for (var j = 0; j < N; j++)
                {
                    var sum = accumulate ? c[i * N + j] : 0;
                    for (var p = 0; p < K; p++)
                        sum = Math.FusedMultiplyAdd(transA ? a[p * lda + i] : a[i * lda + p], transB ? b[j * ldb + p] : b[p * ldb + j], sum);
                    expected[i * N + j] = sum;
                }
            }

            fixed (double* pa = a, pb = b, pc = c)
                Gemm.Multiply(transA, transB, M, N, K, pa, lda, pb, ldb, pc, N, accumulate);

            Assert.Equal(expected, c);
        }
    }

    // What is larger than the caches is written past them; a product that adds to zeros is not.
    [Theory]
    [InlineData(2051, 4112)]
    [InlineData(2051, 4100)]
    public void A_large_result_is_the_same_chain(int m, int n)
    {
        const int K = 3;
        float[] a = Numbers.Random(m * K, 1), b = Numbers.Random(K * n, 2);
        using var c = new NativeBuffer((long)m * n * sizeof(float));
        using var expected = new NativeBuffer((long)m * n * sizeof(float), clear: true);

        fixed (float* pa = a, pb = b)
        {
            Gemm.Multiply(false, false, m, n, K, pa, K, pb, n, (float*)c.Pointer, n, false);
            Gemm.Multiply(false, false, m, n, K, pa, K, pb, n, (float*)expected.Pointer, n, true);
        }

        Assert.True(c.AsSpan<float>(0, m * n).SequenceEqual(expected.AsSpan<float>(0, m * n)));
    }

    [Fact]
    public void A_batch_is_its_items_and_stride_zero_repeats_one()
    {
        const int Batch = 5, M = 6, N = 7, K = 8;
        var a = Numbers.Random(Batch * M * K, 1);
        var b = Numbers.Random(K * N, 2);
        var c = new float[Batch * M * N];

        fixed (float* pa = a, pb = b, pc = c)
            Gemm.MultiplyBatched(Batch, M * K, 0, M * N, false, false, M, N, K, pa, K, pb, N, pc, N, false);

        for (var item = 0; item < Batch; item++)
        {
            var expected = Naive(
                false, false, M, N, K, a.AsSpan(item * M * K, M * K).ToArray(), K, b, N, new float[M * N], N, false);
            Assert.Equal(expected, c.AsSpan(item * M * N, M * N).ToArray());
        }
    }

    internal static IEnumerable<(bool TransA, bool TransB, bool Accumulate)> Modes()
    {
        foreach (var transA in new[] { false, true })
        {
            foreach (var transB in new[] { false, true })
            {
                yield return (transA, transB, false);
                yield return (transA, transB, true);
            }
        }
    }

    internal static float[] Naive(
        bool transA, bool transB, int m, int n, int k, float[] a, int lda, float[] b, int ldb, float[] c, int ldc, bool accumulate)
    {
        var y = (float[])c.Clone();
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var sum = accumulate ? c[i * ldc + j] : 0;
                for (var p = 0; p < k; p++)
                    sum = MathF.FusedMultiplyAdd(transA ? a[p * lda + i] : a[i * lda + p], transB ? b[j * ldb + p] : b[p * ldb + j], sum);
                y[i * ldc + j] = sum;
            }
        }

        return y;
    }
}
