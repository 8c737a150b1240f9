using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Seq2Seq.Tensors;

/// <summary>Philox 4x32-10: random numbers as a pure function of a seed and a counter.</summary>
/// <remarks>
/// Salmon, Moraes, Dror and Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3". One counter gives four words; value i of a
/// span comes from word i mod 4 of counter offset + i / 4, whoever computes it. A caller that fills n values takes (n + 3) / 4 counters.
/// </remarks>
internal static unsafe partial class Philox
{
    private const uint MultiplierA = 0xD2511F53;
    private const uint MultiplierB = 0xCD9E8D57;
    private const uint KeyStepA = 0x9E3779B9;
    private const uint KeyStepB = 0xBB67AE85;
    private const int Rounds = 10;

    // Words that 32 counters give.
    private const int Group = 128;

    /// <summary>The counters that <paramref name="count"/> values take.</summary>
    public static ulong CountersFor(long count) => (ulong)((count + 3) / 4);

    /// <summary>The four words of one counter.</summary>
    public static (uint W0, uint W1, uint W2, uint W3) Block(ulong seed, ulong counterLow, ulong counterHigh = 0)
    {
        var (c0, c1) = ((uint)counterLow, (uint)(counterLow >> 32));
        var (c2, c3) = ((uint)counterHigh, (uint)(counterHigh >> 32));
        var (k0, k1) = ((uint)seed, (uint)(seed >> 32));
        for (var round = 0; round < Rounds; round++)
        {
            var a = (ulong)MultiplierA * c0;
            var b = (ulong)MultiplierB * c2;
            (c0, c1, c2, c3) = ((uint)(b >> 32) ^ c1 ^ k0, (uint)b, (uint)(a >> 32) ^ c3 ^ k1, (uint)a);
            k0 += KeyStepA;
            k1 += KeyStepB;
        }

        return (c0, c1, c2, c3);
    }

    /// <summary>Uniform 32-bit words.</summary>
    public static void UInt32(Span<uint> y, ulong seed, ulong offset)
    {
        fixed (uint* py = y)
        {
            var whole = y.Length / Group * Group;
            for (var i = 0; i < whole; i += Group)
                FourTimesEightBlocks(seed, offset + (ulong)(i / 4), py + i);
            if (whole == y.Length)
                return;
            var rest = stackalloc uint[Group];
            FourTimesEightBlocks(seed, offset + (ulong)(whole / 4), rest);
            new ReadOnlySpan<uint>(rest, y.Length - whole).CopyTo(y[whole..]);
        }
    }

    /// <summary>Uniform 64-bit words; two values from each counter, so n values take (2 n + 3) / 4 counters.</summary>
    public static void UInt64(Span<ulong> y, ulong seed, ulong offset)
    {
        for (var i = 0; i < y.Length; i += 2)
        {
            var (w0, w1, w2, w3) = Block(seed, offset + (ulong)(i / 2));
            y[i] = (ulong)w1 << 32 | w0;
            if (i + 1 < y.Length)
                y[i + 1] = (ulong)w3 << 32 | w2;
        }
    }

    /// <summary>Uniform on [0, 1), all multiples of 2⁻²⁴.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Uniform(Span<float> y, ulong seed, ulong offset)
    {
        fixed (float* py = y)
        {
            // The words are turned into numbers where they are.
            UInt32(new Span<uint>(py, y.Length), seed, offset);
            var i = 0;
            for (; i + 8 <= y.Length; i += 8)
            {
                var top = Vector256.ShiftRightLogical(Vector256.Load((uint*)py + i), 8);
                (Vector256.ConvertToSingle(top.AsInt32()) * (1f / (1 << 24))).Store(py + i);
            }

            for (; i < y.Length; i++)
                py[i] = (((uint*)py)[i] >> 8) * (1f / (1 << 24));
        }
    }

    /// <summary>Uniform on [0, 1), all multiples of 2⁻⁵³; n values take (2 n + 3) / 4 counters.</summary>
    public static void Uniform(Span<double> y, ulong seed, ulong offset)
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = (LongWord(seed, offset, i) >> 11) * (1.0 / (1L << 53));
    }

    /// <summary>1 with the given probability, else 0: value i is 1 where uniform value i is below it.</summary>
    public static void Bernoulli(Span<float> y, float probability, ulong seed, ulong offset)
    {
        Uniform(y, seed, offset);
        for (var i = 0; i < y.Length; i++)
            y[i] = y[i] < probability ? 1f : 0f;
    }

    // Eight counters side by side, one 32-bit word in the lower half of each 64-bit lane (what the upper half holds does not matter),
    // and four such sets at once, because each round waits for the last; words go out in the order of Block.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourTimesEightBlocks(ulong seed, ulong counter, uint* to)
    {
        var first = Vector512.Create(counter) + Vector512.Create(0UL, 1, 2, 3, 4, 5, 6, 7);
        var a0 = first;
        var a1 = Vector512.ShiftRightLogical(a0, 32);
        var (a2, a3) = (Vector512<ulong>.Zero, Vector512<ulong>.Zero);
        var b0 = first + Vector512.Create(8UL);
        var b1 = Vector512.ShiftRightLogical(b0, 32);
        var (b2, b3) = (Vector512<ulong>.Zero, Vector512<ulong>.Zero);
        var c0 = first + Vector512.Create(16UL);
        var c1 = Vector512.ShiftRightLogical(c0, 32);
        var (c2, c3) = (Vector512<ulong>.Zero, Vector512<ulong>.Zero);
        var d0 = first + Vector512.Create(24UL);
        var d1 = Vector512.ShiftRightLogical(d0, 32);
        var (d2, d3) = (Vector512<ulong>.Zero, Vector512<ulong>.Zero);
        var (multiplierA, multiplierB) = (Vector512.Create((ulong)MultiplierA), Vector512.Create((ulong)MultiplierB));
        var (k0, k1) = ((uint)seed, (uint)(seed >> 32));
        Vector512<ulong> p, q;
        for (var round = 0; round < Rounds; round++)
        {
            var (left, right) = (Vector512.Create((ulong)k0), Vector512.Create((ulong)k1));
            (p, q) = (Product(multiplierA, a0), Product(multiplierB, a2));
            a0 = Vector512.ShiftRightLogical(q, 32) ^ a1 ^ left;
            a1 = q;
            a2 = Vector512.ShiftRightLogical(p, 32) ^ a3 ^ right;
            a3 = p;

            (p, q) = (Product(multiplierA, b0), Product(multiplierB, b2));
            b0 = Vector512.ShiftRightLogical(q, 32) ^ b1 ^ left;
            b1 = q;
            b2 = Vector512.ShiftRightLogical(p, 32) ^ b3 ^ right;
            b3 = p;

            (p, q) = (Product(multiplierA, c0), Product(multiplierB, c2));
            c0 = Vector512.ShiftRightLogical(q, 32) ^ c1 ^ left;
            c1 = q;
            c2 = Vector512.ShiftRightLogical(p, 32) ^ c3 ^ right;
            c3 = p;

            (p, q) = (Product(multiplierA, d0), Product(multiplierB, d2));
            d0 = Vector512.ShiftRightLogical(q, 32) ^ d1 ^ left;
            d1 = q;
            d2 = Vector512.ShiftRightLogical(p, 32) ^ d3 ^ right;
            d3 = p;

            k0 += KeyStepA;
            k1 += KeyStepB;
        }

        Interleave(a0, a1, a2, a3, to + 0);
        Interleave(b0, b1, b2, b3, to + 32);
        Interleave(c0, c1, c2, c3, to + 64);
        Interleave(d0, d1, d2, d3, to + 96);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Interleave(
        Vector512<ulong> c0, Vector512<ulong> c1, Vector512<ulong> c2, Vector512<ulong> c3, uint* to)
    {
        var low = Vector512.Create(0xFFFFFFFFUL);
        var first = (c0 & low) | Vector512.ShiftLeft(c1, 32);
        var second = (c2 & low) | Vector512.ShiftLeft(c3, 32);
        var words = (ulong*)to;
        if (Avx512F.IsSupported)
        {
            Avx512F.PermuteVar8x64x2(first, Vector512.Create(0UL, 8, 1, 9, 2, 10, 3, 11), second).Store(words);
            Avx512F.PermuteVar8x64x2(first, Vector512.Create(4UL, 12, 5, 13, 6, 14, 7, 15), second).Store(words + 8);
            return;
        }

        for (var i = 0; i < 8; i++)
        {
            words[2 * i] = first[i];
            words[2 * i + 1] = second[i];
        }
    }

    // Of the lower halves of each lane.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Product(Vector512<ulong> a, Vector512<ulong> b) => Avx512F.IsSupported
        ? Avx512F.Multiply(a.AsUInt32(), b.AsUInt32())
        : (a & Vector512.Create(0xFFFFFFFFUL)) * (b & Vector512.Create(0xFFFFFFFFUL));

    private static ulong LongWord(ulong seed, ulong offset, int i)
    {
        var (w0, w1, w2, w3) = Block(seed, offset + (ulong)(i / 2));
        return (i & 1) == 0 ? (ulong)w1 << 32 | w0 : (ulong)w3 << 32 | w2;
    }
}
