namespace Seq2Seq.Tensors;

/// <summary>Some numbers side by side. A formula over <typeparamref name="TSelf"/> is compiled once for each width.</summary>
/// <remarks>
/// Every operation is exact or rounds once to nearest even, the same in every width, so that a formula gives the same bits on every
/// machine. Comparisons give masks: all bits set or none. There is no unordered minimum or maximum; say which NaN wins with Select.
/// </remarks>
internal unsafe interface IVector<TSelf>
    where TSelf : unmanaged, IVector<TSelf>
{
    /// <summary>How many numbers.</summary>
    static abstract int Count { get; }

    /// <summary>True when the numbers are doubles.</summary>
    static abstract bool IsDouble { get; }

    /// <summary>The same number in every place.</summary>
    static abstract TSelf Constant(double value);

    /// <summary>Number i of the array at p in every place.</summary>
    static abstract TSelf Spread(void* p, nint i);

    /// <summary>Numbers i, i + 1, ... of the array at p.</summary>
    static abstract TSelf Load(void* p, nint i);

    /// <summary>Writes numbers i, i + 1, ... of the array at p.</summary>
    static abstract void Store(TSelf value, void* p, nint i);

    /// <summary>The same past the caches, for more than they hold; needs an address that is a multiple of the vector's size.</summary>
    static abstract void Stream(TSelf value, void* p, nint i);

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator *(TSelf a, TSelf b);

    static abstract TSelf operator /(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a);

    /// <summary>a · b + c, rounded once.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    static abstract TSelf Sqrt(TSelf a);

    static abstract TSelf Abs(TSelf a);

    static abstract TSelf Greater(TSelf a, TSelf b);

    static abstract TSelf GreaterOrEqual(TSelf a, TSelf b);

    static abstract TSelf Equal(TSelf a, TSelf b);

    /// <summary>a where the mask is set, else b.</summary>
    static abstract TSelf Select(TSelf mask, TSelf a, TSelf b);

    /// <summary>bound where a is above it, else a: a NaN stays.</summary>
    static abstract TSelf AtMost(TSelf a, TSelf bound);

    /// <summary>bound where a is below it, else a: a NaN stays.</summary>
    static abstract TSelf AtLeast(TSelf a, TSelf bound);

    static abstract TSelf Floor(TSelf a);

    static abstract TSelf Ceiling(TSelf a);

    static abstract TSelf Truncate(TSelf a);

    /// <summary>To the nearest whole number, halves to even.</summary>
    static abstract TSelf Round(TSelf a);

    /// <summary>a · 2ᵏ, rounded once; k holds whole numbers, of size below 256 in single precision.</summary>
    static abstract TSelf Scale(TSelf a, TSelf k);

    /// <summary>The whole numbers e with a = m · 2ᵉ and √½ ≤ m &lt; √2, for normal positive a.</summary>
    static abstract TSelf SplitExponent(TSelf a, out TSelf mantissa);

    /// <summary>The size of a with the sign of b.</summary>
    static abstract TSelf CopySign(TSelf a, TSelf b);
}
