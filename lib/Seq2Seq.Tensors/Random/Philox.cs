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

    // Words that eight counters give.
    private const int Group = 32;

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
                EightBlocks(seed, offset + (ulong)(i / 4), py + i);
            if (whole == y.Length)
                return;
            var rest = stackalloc uint[Group];
            EightBlocks(seed, offset + (ulong)(whole / 4), rest);
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

    // Eight counters side by side, one 32-bit word in each 64-bit lane; words go out in the order of Block.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EightBlocks(ulong seed, ulong counter, uint* to)
    {
        var low = Vector512.Create(0xFFFFFFFFUL);
        var counters = Vector512.Create(counter) + Vector512.Create(0UL, 1, 2, 3, 4, 5, 6, 7);
        var (c0, c1) = (counters & low, Vector512.ShiftRightLogical(counters, 32));
        var (c2, c3) = (Vector512<ulong>.Zero, Vector512<ulong>.Zero);
        var (k0, k1) = ((uint)seed, (uint)(seed >> 32));
        var (multiplierA, multiplierB) = (Vector512.Create((ulong)MultiplierA), Vector512.Create((ulong)MultiplierB));
        for (var round = 0; round < Rounds; round++)
        {
            var a = Product(multiplierA, c0);
            var b = Product(multiplierB, c2);
            c0 = Vector512.ShiftRightLogical(b, 32) ^ c1 ^ Vector512.Create((ulong)k0);
            c1 = b & low;
            c2 = Vector512.ShiftRightLogical(a, 32) ^ c3 ^ Vector512.Create((ulong)k1);
            c3 = a & low;
            k0 += KeyStepA;
            k1 += KeyStepB;
        }

        var first = c0 | Vector512.ShiftLeft(c1, 32);
        var second = c2 | Vector512.ShiftLeft(c3, 32);
        var halves = stackalloc ulong[16];
        first.Store(halves);
        second.Store(halves + 8);
        var words = (ulong*)to;
        for (var i = 0; i < 8; i++)
        {
            words[2 * i] = halves[i];
            words[2 * i + 1] = halves[8 + i];
        }
    }

    // Both factors are below 2³².
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Product(Vector512<ulong> a, Vector512<ulong> b) =>
        Avx512F.IsSupported ? Avx512F.Multiply(a.AsUInt32(), b.AsUInt32()) : a * b;

    private static ulong LongWord(ulong seed, ulong offset, int i)
    {
        var (w0, w1, w2, w3) = Block(seed, offset + (ulong)(i / 2));
        return (i & 1) == 0 ? (ulong)w1 << 32 | w0 : (ulong)w3 << 32 | w2;
    }
}
