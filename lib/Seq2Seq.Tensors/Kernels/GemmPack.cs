using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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
                for (nint i = 0; Sse.IsSupported && i < width; i += 16)
                    Sse.Prefetch0(from + 8 * ld + i);
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

    // Count lines of 32 for four panels of eight that begin the given distance apart: a cache line that is fetched is used to its end.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FourGroups(float* from, nint ld, nint count, float* to, nint distance)
    {
        float* to1 = to + distance, to2 = to1 + distance, to3 = to2 + distance;
        for (nint p = 0; p < 8 * count; p += 8, from += ld)
        {
            if (Sse.IsSupported)
            {
                Sse.Prefetch0(from + 8 * ld);
                Sse.Prefetch0(from + 8 * ld + 16);
            }

            Vector256.Store(Vector256.Load(from), to + p);
            Vector256.Store(Vector256.Load(from + 8), to1 + p);
            Vector256.Store(Vector256.Load(from + 16), to2 + p);
            Vector256.Store(Vector256.Load(from + 24), to3 + p);
        }
    }

    // to (count, width) from lines that are contiguous along k: to[p, i] = from[i * ld + p], i < valid.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Turned(float* from, nint ld, nint count, int valid, int width, float* to)
    {
        var i = 0;
        for (; Avx.IsSupported && i + 8 <= valid; i += 8)
        {
            var line = from + i * ld;
            var target = to + i;
            nint p = 0;
            for (; p + 8 <= count; p += 8, target += 8 * width)
            {
                // Eight short lines are too many for the processor to foresee: ask for the next eight.
                for (nint j = p % 16 == 0 ? 8 : 16; j < 16; j++)
                    Sse.Prefetch0(line + j * ld + p);
                Turn8(line + p, ld, target, width);
            }

            for (; p < count; p++, target += width)
            {
                for (nint j = 0; j < 8; j++)
                    target[j] = line[j * ld + p];
            }
        }

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
                Lower(s0, s2).Store(target);
                Upper(s0, s2).Store(target + width);
                Lower(s1, s3).Store(target + 2 * width);
                Upper(s1, s3).Store(target + 3 * width);
            }

            for (; p < count; p++, target += width)
            {
                target[0] = line[p];
                target[1] = line[ld + p];
                target[2] = line[2 * ld + p];
                target[3] = line[3 * ld + p];
            }
        }

        for (; i < valid; i++)
        {
            var target = to + i;
            for (nint p = 0; p < count; p++, target += width)
                *target = from[i * ld + p];
        }

        if (valid == width)
            return;
        for (nint p = 0; p < count; p++)
            new Span<float>(to + p * width + valid, width - valid).Clear();
    }

    // (a0, b0, a1, b1)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Low(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackLow(a, b) : Vector128.Create(a[0], b[0], a[1], b[1]);

    // (a2, b2, a3, b3)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> High(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackHigh(a, b) : Vector128.Create(a[2], b[2], a[3], b[3]);

    // The lower halves of both.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Lower(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.MoveLowToHigh(a, b) : Vector128.Create(a[0], a[1], b[0], b[1]);

    // The upper halves of both.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Upper(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.MoveHighToLow(b, a) : Vector128.Create(a[2], a[3], b[2], b[3]);

    // Eight lines of eight numbers, turned over.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Turn8(float* line, nint ld, float* target, nint width)
    {
        var r0 = Vector256.Load(line);
        var r1 = Vector256.Load(line + ld);
        var r2 = Vector256.Load(line + 2 * ld);
        var r3 = Vector256.Load(line + 3 * ld);
        var r4 = Vector256.Load(line + 4 * ld);
        var r5 = Vector256.Load(line + 5 * ld);
        var r6 = Vector256.Load(line + 6 * ld);
        var r7 = Vector256.Load(line + 7 * ld);
        Vector256<float> a0 = Avx.UnpackLow(r0, r1), a1 = Avx.UnpackHigh(r0, r1), a2 = Avx.UnpackLow(r2, r3), a3 = Avx.UnpackHigh(r2, r3);
        Vector256<float> a4 = Avx.UnpackLow(r4, r5), a5 = Avx.UnpackHigh(r4, r5), a6 = Avx.UnpackLow(r6, r7), a7 = Avx.UnpackHigh(r6, r7);
        Vector256<float> b0 = Avx.Shuffle(a0, a2, 0x44), b1 = Avx.Shuffle(a0, a2, 0xEE), b2 = Avx.Shuffle(a1, a3, 0x44), b3 = Avx.Shuffle(a1, a3, 0xEE);
        Vector256<float> b4 = Avx.Shuffle(a4, a6, 0x44), b5 = Avx.Shuffle(a4, a6, 0xEE), b6 = Avx.Shuffle(a5, a7, 0x44), b7 = Avx.Shuffle(a5, a7, 0xEE);
        Avx.Permute2x128(b0, b4, 0x20).Store(target);
        Avx.Permute2x128(b1, b5, 0x20).Store(target + width);
        Avx.Permute2x128(b2, b6, 0x20).Store(target + 2 * width);
        Avx.Permute2x128(b3, b7, 0x20).Store(target + 3 * width);
        Avx.Permute2x128(b0, b4, 0x31).Store(target + 4 * width);
        Avx.Permute2x128(b1, b5, 0x31).Store(target + 5 * width);
        Avx.Permute2x128(b2, b6, 0x31).Store(target + 6 * width);
        Avx.Permute2x128(b3, b7, 0x31).Store(target + 7 * width);
    }
}
