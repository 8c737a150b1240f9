using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Seq2Seq.Tensors;

/// <summary>Copies a matrix into panels whose numbers the tile kernels read in order; the last panel is filled up with zeros.</summary>
internal static unsafe class GemmPack
{
    // to (count, width) from lines that are contiguous along the panel's width: to[p, i] = from[p * ld + i], i < valid.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Lines(float* from, nint ld, nint count, int valid, int width, float* to)
    {
        if (valid == width && width % 8 == 0)
        {
            for (nint p = 0; p < count; p++, from += ld, to += width)
            {
                for (nint i = 0; i < width; i += 8)
                    Vector256.Store(Vector256.Load(from + i), to + i);
            }

            return;
        }

        for (nint p = 0; p < count; p++, from += ld, to += width)
        {
            var i = 0;
            for (; i < valid; i++)
                to[i] = from[i];
            for (; i < width; i++)
                to[i] = 0;
        }
    }

    // to (count, width) from lines that are contiguous along k: to[p, i] = from[i * ld + p], i < valid.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Turned(float* from, nint ld, nint count, int valid, int width, float* to)
    {
        var i = 0;
        for (; i + 4 <= valid; i += 4)
        {
            var line = from + i * ld;
            var target = to + i;
            nint p = 0;
            for (; p + 4 <= count; p += 4, target += 4 * width)
            {
                var r0 = Vector128.Load(line + p);
                var r1 = Vector128.Load(line + ld + p);
                var r2 = Vector128.Load(line + 2 * ld + p);
                var r3 = Vector128.Load(line + 3 * ld + p);
                var s0 = Low(r0, r1);
                var s1 = High(r0, r1);
                var s2 = Low(r2, r3);
                var s3 = High(r2, r3);
                Pair(s0, s2, false).Store(target);
                Pair(s0, s2, true).Store(target + width);
                Pair(s1, s3, false).Store(target + 2 * width);
                Pair(s1, s3, true).Store(target + 3 * width);
            }

            for (; p < count; p++, target += width)
            {
                target[0] = line[p];
                target[1] = line[ld + p];
                target[2] = line[2 * ld + p];
                target[3] = line[3 * ld + p];
            }
        }

        for (; i < width; i++)
        {
            var target = to + i;
            for (nint p = 0; p < count; p++, target += width)
                *target = i < valid ? from[i * ld + p] : 0;
        }
    }

    // (a0, b0, a1, b1)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Low(Vector128<float> a, Vector128<float> b) =>
        System.Runtime.Intrinsics.X86.Sse.IsSupported
            ? System.Runtime.Intrinsics.X86.Sse.UnpackLow(a, b)
            : Vector128.Create(a[0], b[0], a[1], b[1]);

    // (a2, b2, a3, b3)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> High(Vector128<float> a, Vector128<float> b) =>
        System.Runtime.Intrinsics.X86.Sse.IsSupported
            ? System.Runtime.Intrinsics.X86.Sse.UnpackHigh(a, b)
            : Vector128.Create(a[2], b[2], a[3], b[3]);

    // The lower or the upper halves of both.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Pair(Vector128<float> a, Vector128<float> b, bool upper) =>
        upper ? Vector128.Create(a.GetUpper(), b.GetUpper()) : Vector128.Create(a.GetLower(), b.GetLower());
}
