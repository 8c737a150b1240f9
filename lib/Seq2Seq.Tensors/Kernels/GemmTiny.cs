using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Seq2Seq.Tensors;

/// <summary>One row of a product with few numbers, c (n) = a (k) · B (k, n), plus c when accumulating: columns side by side, nothing packed.</summary>
/// <remarks>
/// Each element is the chain of multiply-adds over k in rising order that <see cref="Gemm"/> promises. n is 16 or more. Columns that
/// fill no vector are computed in one that begins further left, unless accumulating: then they come one by one.
/// </remarks>
internal readonly unsafe struct GemmTiny(nint k, float* a, nint stepA, float* b, nint ldb, float* c, bool accumulate) : IRangeBody
{
    /// <summary>Columns that every vector's width fits in.</summary>
    public const int LeastColumns = 16;

    public void Row(nint n)
    {
        if (accumulate)
        {
            var body = this;
            Simd.Run(ref body, n);
        }
        else if (Vector512.IsHardwareAccelerated)
        {
            Run<Float16>(0, n);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Run<Float8>(0, n);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            Run<Float4>(0, n);
        }
        else
        {
            Run<Float1>(0, n);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<V>(nint from, nint to)
        where V : unmanaged, IVector<V>
    {
        var j = from;
        for (; j + 4 * V.Count <= to; j += 4 * V.Count)
            Four<V>(j, j + V.Count, j + 2 * V.Count, j + 3 * V.Count);
        var last = to - V.Count;
        if (accumulate)
        {
            for (; j < to; j += V.Count)
                Two<V>(j, j);
        }
        else if (j + 2 * V.Count < to)
        {
            Four<V>(j, j + V.Count, Math.Min(j + 2 * V.Count, last), last);
        }
        else if (j < to)
        {
            Two<V>(Math.Min(j, last), last);
        }
    }

    // The vectors may overlap: all are read before any is written.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Four<V>(nint j0, nint j1, nint j2, nint j3)
        where V : unmanaged, IVector<V>
    {
        float* pa = a, pb = b, pc = c;
        nint depth = k, left = stepA, right = ldb;
        V s0 = default, s1 = default, s2 = default, s3 = default;
        if (accumulate)
            (s0, s1, s2, s3) = (V.Load(pc, j0), V.Load(pc, j1), V.Load(pc, j2), V.Load(pc, j3));
        for (nint p = 0; p < depth; p++, pb += right)
        {
            var x = V.Spread(pa, p * left);
            s0 = V.MultiplyAdd(x, V.Load(pb, j0), s0);
            s1 = V.MultiplyAdd(x, V.Load(pb, j1), s1);
            s2 = V.MultiplyAdd(x, V.Load(pb, j2), s2);
            s3 = V.MultiplyAdd(x, V.Load(pb, j3), s3);
        }

        V.Store(s0, pc, j0);
        V.Store(s1, pc, j1);
        V.Store(s2, pc, j2);
        V.Store(s3, pc, j3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Two<V>(nint j0, nint j1)
        where V : unmanaged, IVector<V>
    {
        float* pa = a, pb = b, pc = c;
        nint depth = k, left = stepA, right = ldb;
        V s0 = default, s1 = default;
        if (accumulate)
            (s0, s1) = (V.Load(pc, j0), V.Load(pc, j1));
        for (nint p = 0; p < depth; p++, pb += right)
        {
            var x = V.Spread(pa, p * left);
            s0 = V.MultiplyAdd(x, V.Load(pb, j0), s0);
            s1 = V.MultiplyAdd(x, V.Load(pb, j1), s1);
        }

        V.Store(s0, pc, j0);
        V.Store(s1, pc, j1);
    }
}
