using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>One row of a product with few numbers, c (n) = a (k) · B (k, n), plus c when accumulating: columns side by side, nothing packed.</summary>
/// <remarks>Each element is the chain of multiply-adds over k in rising order that <see cref="Gemm"/> promises.</remarks>
internal readonly unsafe struct GemmTiny(nint k, float* a, nint stepA, float* b, nint ldb, float* c, bool accumulate) : IRangeBody
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<V>(nint from, nint to)
        where V : unmanaged, IVector<V>
    {
        float* pa = a, pb = b, pc = c;
        nint depth = k, left = stepA, right = ldb;
        var j = from;
        for (; j + 4 * V.Count <= to; j += 4 * V.Count)
        {
            V s0 = default, s1 = default, s2 = default, s3 = default;
            if (accumulate)
                (s0, s1, s2, s3) = (V.Load(pc, j), V.Load(pc, j + V.Count), V.Load(pc, j + 2 * V.Count), V.Load(pc, j + 3 * V.Count));
            var at = j;
            for (nint p = 0; p < depth; p++, at += right)
            {
                var x = V.Spread(pa, p * left);
                s0 = V.MultiplyAdd(x, V.Load(pb, at), s0);
                s1 = V.MultiplyAdd(x, V.Load(pb, at + V.Count), s1);
                s2 = V.MultiplyAdd(x, V.Load(pb, at + 2 * V.Count), s2);
                s3 = V.MultiplyAdd(x, V.Load(pb, at + 3 * V.Count), s3);
            }

            V.Store(s0, pc, j);
            V.Store(s1, pc, j + V.Count);
            V.Store(s2, pc, j + 2 * V.Count);
            V.Store(s3, pc, j + 3 * V.Count);
        }

        for (; j < to; j += V.Count)
        {
            var sum = accumulate ? V.Load(pc, j) : default;
            var at = j;
            for (nint p = 0; p < depth; p++, at += right)
                sum = V.MultiplyAdd(V.Spread(pa, p * left), V.Load(pb, at), sum);
            V.Store(sum, pc, j);
        }
    }
}
