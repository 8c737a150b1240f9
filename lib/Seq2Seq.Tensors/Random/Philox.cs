namespace Seq2Seq.Tensors;

/// <summary>Philox 4x32-10: random numbers as a pure function of a seed and a counter.</summary>
/// <remarks>
/// Salmon, Moraes, Dror and Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3". One counter gives four words; value i of a
/// span comes from word i mod 4 of counter offset + i / 4, whoever computes it. A caller that fills n values takes (n + 3) / 4 counters.
/// </remarks>
internal static partial class Philox
{
    private const uint MultiplierA = 0xD2511F53;
    private const uint MultiplierB = 0xCD9E8D57;
    private const uint KeyStepA = 0x9E3779B9;
    private const uint KeyStepB = 0xBB67AE85;
    private const int Rounds = 10;

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
        for (var i = 0; i < y.Length; i += 4)
        {
            var (w0, w1, w2, w3) = Block(seed, offset + (ulong)(i / 4));
            y[i] = w0;
            if (i + 1 < y.Length)
                y[i + 1] = w1;
            if (i + 2 < y.Length)
                y[i + 2] = w2;
            if (i + 3 < y.Length)
                y[i + 3] = w3;
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
    public static void Uniform(Span<float> y, ulong seed, ulong offset)
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = (Word(seed, offset, i) >> 8) * (1f / (1 << 24));
    }

    /// <summary>Uniform on [0, 1), all multiples of 2⁻⁵³; n values take (2 n + 3) / 4 counters.</summary>
    public static void Uniform(Span<double> y, ulong seed, ulong offset)
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = (LongWord(seed, offset, i) >> 11) * (1.0 / (1L << 53));
    }

    /// <summary>Normal with mean 0 and deviation 1, by Box and Muller: words 2j and 2j + 1 give values 2j and 2j + 1.</summary>
    public static void Normal(Span<float> y, ulong seed, ulong offset)
    {
        for (var i = 0; i < y.Length; i += 2)
        {
            var (cosine, sine) = Pair(Word(seed, offset, i) * (1.0 / (1L << 32)), Word(seed, offset, i + 1) * (1.0 / (1L << 32)));
            y[i] = (float)cosine;
            if (i + 1 < y.Length)
                y[i + 1] = (float)sine;
        }
    }

    /// <summary>Normal with mean 0 and deviation 1; n values take (2 n + 3) / 4 counters, rounded up to an even n.</summary>
    public static void Normal(Span<double> y, ulong seed, ulong offset)
    {
        const double Unit = 1.0 / (1L << 53);
        for (var i = 0; i < y.Length; i += 2)
        {
            var (cosine, sine) = Pair((LongWord(seed, offset, i) >> 11) * Unit, (LongWord(seed, offset, i + 1) >> 11) * Unit);
            y[i] = cosine;
            if (i + 1 < y.Length)
                y[i + 1] = sine;
        }
    }

    /// <summary>1 with the given probability, else 0: value i is 1 where uniform value i is below it.</summary>
    public static void Bernoulli(Span<float> y, float probability, ulong seed, ulong offset)
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = (Word(seed, offset, i) >> 8) * (1f / (1 << 24)) < probability ? 1f : 0f;
    }

    // 1 - u is never 0, so its logarithm is finite.
    private static (double Cosine, double Sine) Pair(double u, double v)
    {
        var radius = Math.Sqrt(-2 * DoubleMath.Log(1 - u));
        return (radius * DoubleMath.Cos(2 * Math.PI * v), radius * DoubleMath.Sin(2 * Math.PI * v));
    }

    private static uint Word(ulong seed, ulong offset, int i)
    {
        var (w0, w1, w2, w3) = Block(seed, offset + (ulong)(i / 4));
        return (i & 3) switch { 0 => w0, 1 => w1, 2 => w2, _ => w3 };
    }

    private static ulong LongWord(ulong seed, ulong offset, int i)
    {
        var (w0, w1, w2, w3) = Block(seed, offset + (ulong)(i / 2));
        return (i & 1) == 0 ? (ulong)w1 << 32 | w0 : (ulong)w3 << 32 | w2;
    }
}
