using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>A product with one column, c (m) = op(A) (m, k) · b (k), plus c when accumulating.</summary>
/// <remarks>Each element is the chain of multiply-adds over k in rising order that <see cref="Gemm"/> promises.</remarks>
internal static unsafe class GemmColumn
{
    // So many chains side by side hide the latency of a multiply-add.
    private const int Chains = 8;

    public static void Multiply(bool transA, int m, int k, float* a, nint lda, float* b, nint stepB, float* c, nint stepC, bool accumulate)
    {
        if (transA && stepC == 1)
        {
            var body = new Turned(k, a, lda, b, stepB, c, accumulate);
            Simd.Run(ref body, m);
            return;
        }

        for (var row = 0; row < m; row += Chains)
            Rows(Math.Min(Chains, m - row), k, a + row * (transA ? 1 : lda), transA ? 1 : lda, transA ? lda : 1, b, stepB, c + row * stepC, stepC, accumulate);
    }

    // Missing rows repeat the last one: that costs no time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows(
        int rows, nint k, float* a, nint rowA, nint stepA, float* b, nint stepB, float* c, nint stepC, bool accumulate)
    {
        var last = rows - 1;
        float* a0 = a, a1 = a + Math.Min(1, last) * rowA, a2 = a + Math.Min(2, last) * rowA, a3 = a + Math.Min(3, last) * rowA;
        float* a4 = a + Math.Min(4, last) * rowA, a5 = a + Math.Min(5, last) * rowA, a6 = a + Math.Min(6, last) * rowA, a7 = a + last * rowA;
        var sums = stackalloc float[Chains];
        for (var row = 0; row < Chains; row++)
            sums[row] = accumulate ? c[Math.Min(row, last) * stepC] : 0;
        float s0 = sums[0], s1 = sums[1], s2 = sums[2], s3 = sums[3], s4 = sums[4], s5 = sums[5], s6 = sums[6], s7 = sums[7];
        for (nint p = 0, i = 0; p < k; p++, i += stepA, b += stepB)
        {
            var right = *b;
            s0 = MathF.FusedMultiplyAdd(a0[i], right, s0);
            s1 = MathF.FusedMultiplyAdd(a1[i], right, s1);
            s2 = MathF.FusedMultiplyAdd(a2[i], right, s2);
            s3 = MathF.FusedMultiplyAdd(a3[i], right, s3);
            s4 = MathF.FusedMultiplyAdd(a4[i], right, s4);
            s5 = MathF.FusedMultiplyAdd(a5[i], right, s5);
            s6 = MathF.FusedMultiplyAdd(a6[i], right, s6);
            s7 = MathF.FusedMultiplyAdd(a7[i], right, s7);
        }

        (sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6], sums[7]) = (s0, s1, s2, s3, s4, s5, s6, s7);
        for (var row = 0; row < rows; row++)
            c[row * stepC] = sums[row == last ? Chains - 1 : row];
    }

    // A lies turned, (k, m): its rows are vectors of c.
    private readonly struct Turned(nint k, float* a, nint lda, float* b, nint stepB, float* c, bool accumulate) : IRangeBody
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            float* pa = a, pb = b, pc = c;
            nint depth = k, line = lda, step = stepB;
            var j = from;
            for (; j + 4 * V.Count <= to; j += 4 * V.Count)
            {
                V s0 = default, s1 = default, s2 = default, s3 = default;
                if (accumulate)
                    (s0, s1, s2, s3) = (V.Load(pc, j), V.Load(pc, j + V.Count), V.Load(pc, j + 2 * V.Count), V.Load(pc, j + 3 * V.Count));
                for (nint p = 0, i = j; p < depth; p++, i += line)
                {
                    var right = V.Spread(pb, p * step);
                    s0 = V.MultiplyAdd(V.Load(pa, i), right, s0);
                    s1 = V.MultiplyAdd(V.Load(pa, i + V.Count), right, s1);
                    s2 = V.MultiplyAdd(V.Load(pa, i + 2 * V.Count), right, s2);
                    s3 = V.MultiplyAdd(V.Load(pa, i + 3 * V.Count), right, s3);
                }

                V.Store(s0, pc, j);
                V.Store(s1, pc, j + V.Count);
                V.Store(s2, pc, j + 2 * V.Count);
                V.Store(s3, pc, j + 3 * V.Count);
            }

            for (; j < to; j += V.Count)
            {
                var sum = accumulate ? V.Load(pc, j) : default;
                for (nint p = 0, i = j; p < depth; p++, i += line)
                    sum = V.MultiplyAdd(V.Load(pa, i), V.Spread(pb, p * step), sum);
                V.Store(sum, pc, j);
            }
        }
    }
}
