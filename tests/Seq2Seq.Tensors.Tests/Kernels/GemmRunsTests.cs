namespace Seq2Seq.Tensors.Tests.Kernels;

public sealed unsafe class GemmRunsTests
{
    // Enough rows for several blocks of k, in runs that begin and end anywhere.
    private static readonly int[] Lengths = [1, 19, 0, 300, 7, 64, 130];

    [Theory]
    [InlineData(8, 32)]
    [InlineData(3, 5)]
    [InlineData(70, 45)]
    [InlineData(200, 129)]
    public void A_product_over_runs_of_rows_is_one_chain_over_all_of_them(int m, int n)
    {
        var runs = stackalloc RowRun[Lengths.Length];
        foreach (var accumulate in new[] { false, true })
        {
            const int Gap = 2;
            var (lda, ldb, ldc, k) = (m + 1, n + 3, n + 2, Lengths.Sum());
            var rows = k + Gap * Lengths.Length;
            float[] a = Numbers.Random(rows * lda, 1), b = Numbers.Random(rows * ldb, 2), c = Numbers.Random(m * ldc, 3);
            var expected = (float[])c.Clone();
            for (var i = 0; i < m; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    var (sum, row) = (accumulate ? c[i * ldc + j] : 0, 0);
                    foreach (var length in Lengths)
                    {
                        for (var end = row + length; row < end; row++)
                            sum = MathF.FusedMultiplyAdd(a[row * lda + i], b[row * ldb + j], sum);
                        row += Gap;
                    }

                    expected[i * ldc + j] = sum;
                }
            }

            fixed (float* pa = a, pb = b, pc = c)
            {
                for (var (run, row) = (0, 0); run < Lengths.Length; row += Lengths[run++] + Gap)
                    runs[run] = new RowRun(pa + row * lda, pb + row * ldb, Lengths[run]);
                Gemm.MultiplyRuns(m, n, k, runs, lda, ldb, pc, ldc, accumulate);
            }

            Assert.Equal(expected, c);
        }
    }

    [Fact]
    public void A_product_over_no_rows_is_zero()
    {
        float[] c = [1, 2, 3, 4, 5, 6];

        fixed (float* pc = c)
            Gemm.MultiplyRuns(2, 2, 0, null, 2, 2, pc, 3, accumulate: false);

        Assert.Equal([0, 0, 3, 0, 0, 6], c);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(256)]
    [InlineData(300)]
    [InlineData(512)]
    public void Left_columns_that_lie_apart_are_the_same_chain(int from)
    {
        const int M = 21, N = 40, K = 600;
        float[] a = Numbers.Random(M * K, 1), b = Numbers.Random(K * N, 2), c = Numbers.Random(M * N, 3);
        var tail = new float[M * (K - from + 5)];
        for (var i = 0; i < M; i++)
            Array.Copy(a, i * K + from, tail, i * (K - from + 5), K - from);
        var expected = (float[])c.Clone();
        fixed (float* pa = a, pb = b, pc = expected)
            Gemm.Multiply(false, false, M, N, K, pa, K, pb, N, pc, N, accumulate: true);
        for (var i = 0; i < M; i++)
            Array.Fill(a, float.NaN, i * K + from, K - from);

        fixed (float* pa = a, pb = b, pc = c, pt = tail)
        {
            using var packed = PackedMatrix.Pack(false, K, N, pb, N);
            Gemm.MultiplyPanels(false, M, N, K, pa, K, packed.Panels, pc, N, true, tail: new LeftTail(pt, K - from + 5, from));
        }

        Assert.Equal(expected, c);
    }
}
