using System.Numerics;

namespace Seq2Seq.Text;

/// <summary>A small random generator that gives the same bits for the same seed on every machine.</summary>
/// <remarks>
/// xoshiro256** (Blackman and Vigna 2018), its four words filled from the seed by splitmix64. Not thread-safe, not for secrets.
/// </remarks>
public sealed class SeededRandom
{
    private readonly ulong[] _state = new ulong[4];

    /// <summary>Starts the sequence that belongs to <paramref name="seed"/>.</summary>
    public SeededRandom(long seed)
    {
        var x = unchecked((ulong)seed);
        for (var i = 0; i < 4; i++) _state[i] = SplitMix(ref x);
    }

    private SeededRandom(ulong[] state) => state.CopyTo(_state, 0);

    /// <summary>The next 64 random bits.</summary>
    public ulong NextUInt64()
    {
        var s = _state;
        var result = BitOperations.RotateLeft(s[1] * 5, 7) * 9;
        var t = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= t;
        s[3] = BitOperations.RotateLeft(s[3], 45);
        return result;
    }

    /// <summary>A whole number in [0, <paramref name="exclusiveMaximum"/>), every one equally likely.</summary>
    public int Next(int exclusiveMaximum)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exclusiveMaximum);

        // Lemire 2019: the high word of a product is uniform once the few low words that repeat are thrown away.
        var range = (ulong)exclusiveMaximum;
        var high = Math.BigMul(NextUInt64(), range, out var low);
        if (low < range)
        {
            var threshold = (0UL - range) % range;
            while (low < threshold) high = Math.BigMul(NextUInt64(), range, out low);
        }

        return (int)high;
    }

    /// <summary>A whole number in [<paramref name="minimum"/>, <paramref name="exclusiveMaximum"/>).</summary>
    public int Next(int minimum, int exclusiveMaximum)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(minimum, exclusiveMaximum);
        return (int)(minimum + Next(checked((int)((long)exclusiveMaximum - minimum))));
    }

    /// <summary>A number in [0, 1) with 53 random bits.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True with the given probability.</summary>
    public bool Chance(double probability) => NextDouble() < probability;

    /// <summary>One of the items, every one equally likely.</summary>
    public T Pick<T>(IReadOnlyList<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items[Next(items.Count)];
    }

    /// <summary>Puts the items into random order (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>Puts the items of a list into random order (Fisher and Yates).</summary>
    public void Shuffle<T>(IList<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        for (var i = items.Count - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>0, 1, ... <paramref name="count"/> − 1 in random order.</summary>
    public int[] Permutation(int count)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++) order[i] = i;
        Shuffle(order.AsSpan());
        return order;
    }

    /// <summary>A generator of its own for a sub-task: what it draws does not depend on how much this one draws later.</summary>
    public SeededRandom Fork() => new(unchecked((long)NextUInt64()));

    /// <summary>The four words of state, to store in a checkpoint.</summary>
    public ulong[] GetState() => (ulong[])_state.Clone();

    /// <summary>A generator that goes on from a stored state.</summary>
    public static SeededRandom FromState(IReadOnlyList<ulong> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Count != 4 || state.All(word => word == 0))
        {
            throw new ArgumentException(
                $"SeededRandom.FromState: got {state.Count} words; expected 4, not all zero, as GetState gives them.");
        }

        return new SeededRandom([.. state]);
    }

    private static ulong SplitMix(ref ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        var z = x;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
