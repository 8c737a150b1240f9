using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Seq2Seq.Tensors;

/// <summary>The innermost loops of the matrix product: one tile of C in registers, one fused multiply-add per element and k.</summary>
/// <remarks>
/// A tile begins with what lies at from, whose rows are ldFrom apart (0: the same for all rows), or with zeros if that is null.
/// At every step of k it asks for what lies at ahead, step bytes further each time: the second cache should hold it later.
/// </remarks>
internal static unsafe class GemmTile
{
    // C (1, 2 vectors) from packed A (k, 1) and B (k, 2 vectors) with the given row stride.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rows1<V>(nint k, float* a, float* b, nint strideB, float* from, nint ldFrom, float* c, nint ldc)
        where V : unmanaged, IVector<V>
    {
        V c00 = default, c01 = default;
        if (from != null)
        {
            c00 = V.Load(from, 0 * ldFrom);
            c01 = V.Load(from, 0 * ldFrom + V.Count);
        }

        for (nint p = 0; p < k; p++)
        {
            var b0 = V.Load(b, 0);
            var b1 = V.Load(b, V.Count);
            var a0 = V.Spread(a, 0);
            c00 = V.MultiplyAdd(a0, b0, c00);
            c01 = V.MultiplyAdd(a0, b1, c01);
            a += 1;
            b += strideB;
        }

        V.Store(c00, c, 0 * ldc);
        V.Store(c01, c, 0 * ldc + V.Count);
    }

    // C (4, 2 vectors) from packed A (k, 4) and B (k, 2 vectors) with the given row stride.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rows4<V>(nint k, float* a, float* b, nint strideB, float* from, nint ldFrom, float* c, nint ldc)
        where V : unmanaged, IVector<V>
    {
        V c00 = default, c01 = default;
        V c10 = default, c11 = default;
        V c20 = default, c21 = default;
        V c30 = default, c31 = default;
        if (from != null)
        {
            c00 = V.Load(from, 0 * ldFrom);
            c01 = V.Load(from, 0 * ldFrom + V.Count);
            c10 = V.Load(from, 1 * ldFrom);
            c11 = V.Load(from, 1 * ldFrom + V.Count);
            c20 = V.Load(from, 2 * ldFrom);
            c21 = V.Load(from, 2 * ldFrom + V.Count);
            c30 = V.Load(from, 3 * ldFrom);
            c31 = V.Load(from, 3 * ldFrom + V.Count);
        }

        for (nint p = 0; p < k; p++)
        {
            var b0 = V.Load(b, 0);
            var b1 = V.Load(b, V.Count);
            var a0 = V.Spread(a, 0);
            c00 = V.MultiplyAdd(a0, b0, c00);
            c01 = V.MultiplyAdd(a0, b1, c01);
            var a1 = V.Spread(a, 1);
            c10 = V.MultiplyAdd(a1, b0, c10);
            c11 = V.MultiplyAdd(a1, b1, c11);
            var a2 = V.Spread(a, 2);
            c20 = V.MultiplyAdd(a2, b0, c20);
            c21 = V.MultiplyAdd(a2, b1, c21);
            var a3 = V.Spread(a, 3);
            c30 = V.MultiplyAdd(a3, b0, c30);
            c31 = V.MultiplyAdd(a3, b1, c31);
            a += 4;
            b += strideB;
        }

        V.Store(c00, c, 0 * ldc);
        V.Store(c01, c, 0 * ldc + V.Count);
        V.Store(c10, c, 1 * ldc);
        V.Store(c11, c, 1 * ldc + V.Count);
        V.Store(c20, c, 2 * ldc);
        V.Store(c21, c, 2 * ldc + V.Count);
        V.Store(c30, c, 3 * ldc);
        V.Store(c31, c, 3 * ldc + V.Count);
    }

    // C (6, 2 vectors) from packed A (k, 6) and B (k, 2 vectors) with the given row stride.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rows6<V, TWrite>(nint k, float* a, float* b, nint strideB, float* from, nint ldFrom, float* c, nint ldc, byte* ahead, nint step)
        where V : unmanaged, IVector<V>
        where TWrite : struct, ITileWrite
    {
        V c00 = default, c01 = default;
        V c10 = default, c11 = default;
        V c20 = default, c21 = default;
        V c30 = default, c31 = default;
        V c40 = default, c41 = default;
        V c50 = default, c51 = default;
        if (from != null)
        {
            c00 = V.Load(from, 0 * ldFrom);
            c01 = V.Load(from, 0 * ldFrom + V.Count);
            c10 = V.Load(from, 1 * ldFrom);
            c11 = V.Load(from, 1 * ldFrom + V.Count);
            c20 = V.Load(from, 2 * ldFrom);
            c21 = V.Load(from, 2 * ldFrom + V.Count);
            c30 = V.Load(from, 3 * ldFrom);
            c31 = V.Load(from, 3 * ldFrom + V.Count);
            c40 = V.Load(from, 4 * ldFrom);
            c41 = V.Load(from, 4 * ldFrom + V.Count);
            c50 = V.Load(from, 5 * ldFrom);
            c51 = V.Load(from, 5 * ldFrom + V.Count);
        }

        for (nint p = 0; p < k; p++)
        {
            if (Sse.IsSupported)
                Sse.Prefetch1(ahead);
            ahead += step;
            var b0 = V.Load(b, 0);
            var b1 = V.Load(b, V.Count);
            var a0 = V.Spread(a, 0);
            c00 = V.MultiplyAdd(a0, b0, c00);
            c01 = V.MultiplyAdd(a0, b1, c01);
            var a1 = V.Spread(a, 1);
            c10 = V.MultiplyAdd(a1, b0, c10);
            c11 = V.MultiplyAdd(a1, b1, c11);
            var a2 = V.Spread(a, 2);
            c20 = V.MultiplyAdd(a2, b0, c20);
            c21 = V.MultiplyAdd(a2, b1, c21);
            var a3 = V.Spread(a, 3);
            c30 = V.MultiplyAdd(a3, b0, c30);
            c31 = V.MultiplyAdd(a3, b1, c31);
            var a4 = V.Spread(a, 4);
            c40 = V.MultiplyAdd(a4, b0, c40);
            c41 = V.MultiplyAdd(a4, b1, c41);
            var a5 = V.Spread(a, 5);
            c50 = V.MultiplyAdd(a5, b0, c50);
            c51 = V.MultiplyAdd(a5, b1, c51);
            a += 6;
            b += strideB;
        }

        TWrite.Write(c00, c, 0 * ldc);
        TWrite.Write(c01, c, 0 * ldc + V.Count);
        TWrite.Write(c10, c, 1 * ldc);
        TWrite.Write(c11, c, 1 * ldc + V.Count);
        TWrite.Write(c20, c, 2 * ldc);
        TWrite.Write(c21, c, 2 * ldc + V.Count);
        TWrite.Write(c30, c, 3 * ldc);
        TWrite.Write(c31, c, 3 * ldc + V.Count);
        TWrite.Write(c40, c, 4 * ldc);
        TWrite.Write(c41, c, 4 * ldc + V.Count);
        TWrite.Write(c50, c, 5 * ldc);
        TWrite.Write(c51, c, 5 * ldc + V.Count);
    }

    // C (8, 2 vectors) from packed A (k, 8) and B (k, 2 vectors) with the given row stride.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rows8<V, TWrite>(nint k, float* a, float* b, nint strideB, float* from, nint ldFrom, float* c, nint ldc, byte* ahead, nint step)
        where V : unmanaged, IVector<V>
        where TWrite : struct, ITileWrite
    {
        V c00 = default, c01 = default;
        V c10 = default, c11 = default;
        V c20 = default, c21 = default;
        V c30 = default, c31 = default;
        V c40 = default, c41 = default;
        V c50 = default, c51 = default;
        V c60 = default, c61 = default;
        V c70 = default, c71 = default;
        if (from != null)
        {
            c00 = V.Load(from, 0 * ldFrom);
            c01 = V.Load(from, 0 * ldFrom + V.Count);
            c10 = V.Load(from, 1 * ldFrom);
            c11 = V.Load(from, 1 * ldFrom + V.Count);
            c20 = V.Load(from, 2 * ldFrom);
            c21 = V.Load(from, 2 * ldFrom + V.Count);
            c30 = V.Load(from, 3 * ldFrom);
            c31 = V.Load(from, 3 * ldFrom + V.Count);
            c40 = V.Load(from, 4 * ldFrom);
            c41 = V.Load(from, 4 * ldFrom + V.Count);
            c50 = V.Load(from, 5 * ldFrom);
            c51 = V.Load(from, 5 * ldFrom + V.Count);
            c60 = V.Load(from, 6 * ldFrom);
            c61 = V.Load(from, 6 * ldFrom + V.Count);
            c70 = V.Load(from, 7 * ldFrom);
            c71 = V.Load(from, 7 * ldFrom + V.Count);
        }

        for (nint p = 0; p < k; p++)
        {
            if (Sse.IsSupported)
                Sse.Prefetch1(ahead);
            ahead += step;
            var b0 = V.Load(b, 0);
            var b1 = V.Load(b, V.Count);
            var a0 = V.Spread(a, 0);
            c00 = V.MultiplyAdd(a0, b0, c00);
            c01 = V.MultiplyAdd(a0, b1, c01);
            var a1 = V.Spread(a, 1);
            c10 = V.MultiplyAdd(a1, b0, c10);
            c11 = V.MultiplyAdd(a1, b1, c11);
            var a2 = V.Spread(a, 2);
            c20 = V.MultiplyAdd(a2, b0, c20);
            c21 = V.MultiplyAdd(a2, b1, c21);
            var a3 = V.Spread(a, 3);
            c30 = V.MultiplyAdd(a3, b0, c30);
            c31 = V.MultiplyAdd(a3, b1, c31);
            var a4 = V.Spread(a, 4);
            c40 = V.MultiplyAdd(a4, b0, c40);
            c41 = V.MultiplyAdd(a4, b1, c41);
            var a5 = V.Spread(a, 5);
            c50 = V.MultiplyAdd(a5, b0, c50);
            c51 = V.MultiplyAdd(a5, b1, c51);
            var a6 = V.Spread(a, 6);
            c60 = V.MultiplyAdd(a6, b0, c60);
            c61 = V.MultiplyAdd(a6, b1, c61);
            var a7 = V.Spread(a, 7);
            c70 = V.MultiplyAdd(a7, b0, c70);
            c71 = V.MultiplyAdd(a7, b1, c71);
            a += 8;
            b += strideB;
        }

        TWrite.Write(c00, c, 0 * ldc);
        TWrite.Write(c01, c, 0 * ldc + V.Count);
        TWrite.Write(c10, c, 1 * ldc);
        TWrite.Write(c11, c, 1 * ldc + V.Count);
        TWrite.Write(c20, c, 2 * ldc);
        TWrite.Write(c21, c, 2 * ldc + V.Count);
        TWrite.Write(c30, c, 3 * ldc);
        TWrite.Write(c31, c, 3 * ldc + V.Count);
        TWrite.Write(c40, c, 4 * ldc);
        TWrite.Write(c41, c, 4 * ldc + V.Count);
        TWrite.Write(c50, c, 5 * ldc);
        TWrite.Write(c51, c, 5 * ldc + V.Count);
        TWrite.Write(c60, c, 6 * ldc);
        TWrite.Write(c61, c, 6 * ldc + V.Count);
        TWrite.Write(c70, c, 7 * ldc);
        TWrite.Write(c71, c, 7 * ldc + V.Count);
    }
}
