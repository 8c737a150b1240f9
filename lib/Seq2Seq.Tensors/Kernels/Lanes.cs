using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Seq2Seq.Tensors;

/// <summary>Folds numbers into one, in 16 lanes and one fixed tree, whatever the width of the vectors.</summary>
/// <remarks>
/// In a block of 4096, whole runs of 64 go to four groups of 16 lanes, element i to group i / 16 mod 4, which hides the latency of the
/// fold; the groups are joined, then the rest goes to lane i mod 16. Lanes are joined 0-8, 1-9, ..., then 0-4, ...; blocks are joined
/// in a balanced tree whose shape depends on the length only.
/// </remarks>
internal static unsafe class Lanes
{
    public const int Count = 16;
    private const int Groups = 4;
    internal const int Run = Groups * Count;
    internal const int Block = 4096;

    /// <summary>fold over x (and y, where the fold takes two), from lanes that hold <paramref name="start"/>.</summary>
    /// <param name="x">The numbers.</param>
    /// <param name="y">The second numbers, or null.</param>
    /// <param name="length">How many.</param>
    /// <param name="isDouble">Of which type.</param>
    /// <param name="start">What the lanes hold at first.</param>
    /// <param name="fold">What is done with them.</param>
    /// <param name="next">Numbers to fetch from memory on the way, as many, or null.</param>
    public static double Fold<TFold>(void* x, void* y, nint length, bool isDouble, double start, TFold fold, void* next = null)
        where TFold : unmanaged, IFold => Fold(new FoldTerms<TFold>(x, y, fold), length, isDouble, start, next);

    /// <summary>The same of computed terms; meanwhile the floats from <paramref name="next"/> on, if given, come from memory.</summary>
    public static double Fold<TTerms>(in TTerms terms, nint length, bool isDouble, double start, void* next)
        where TTerms : unmanaged, ILaneTerms =>
        next == null || isDouble ? Fold(terms, length, isDouble, start) : Fold(new Ahead<TTerms>(terms, next), length, isDouble, start);

    /// <summary>How much of more than a block is the left branch of the tree.</summary>
    internal static nint Half(nint length) => (length + 2 * Block - 1) / (2 * Block) * Block;

    internal static double Join<V, TFold>(double left, double right, TFold fold)
        where V : unmanaged, IVector<V>
        where TFold : unmanaged, ILaneJoin => ToDouble(TFold.Join(V.Constant(left), V.Constant(right)));

    /// <summary>Terms 0 ... length - 1 folded into lanes that hold <paramref name="start"/>.</summary>
    public static double Fold<TTerms>(in TTerms terms, nint length, bool isDouble, double start)
        where TTerms : unmanaged, ILaneTerms
    {
        if (isDouble)
            return Fold<Double1, TTerms>(terms, 0, length, start);
        if (Vector512.IsHardwareAccelerated)
            return Fold<Float16, TTerms>(terms, 0, length, start);
        if (Vector256.IsHardwareAccelerated)
            return Fold<Float8, TTerms>(terms, 0, length, start);
        if (Vector128.IsHardwareAccelerated)
            return Fold<Float4, TTerms>(terms, 0, length, start);
        return Fold<Float1, TTerms>(terms, 0, length, start);
    }

    private static double Fold<V, TTerms>(in TTerms terms, nint from, nint length, double start)
        where V : unmanaged, IVector<V>
        where TTerms : unmanaged, ILaneTerms
    {
        if (length <= Block)
            return V.Count == Count ? InRegisters<TTerms>(terms, from, length, start) : InMemory<V, TTerms>(terms, from, length, start);
        var half = Half(length);
        var left = Fold<V, TTerms>(terms, from, half, start);
        var right = Fold<V, TTerms>(terms, from + half, length - half, start);
        return Join<V, TTerms>(left, right, terms);
    }

    // All lanes in one vector, all groups in four.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double InRegisters<TTerms>(in TTerms all, nint from, nint length, double start)
        where TTerms : unmanaged, ILaneTerms
    {
        var terms = all;
        var s0 = Float16.Constant(start);
        nint i = from, runs = from + length / Run * Run, end = from + length;
        if (i < runs)
        {
            var (s1, s2, s3) = (s0, s0, s0);
            for (; i < runs; i += Run)
            {
                s0 = terms.Add(s0, i);
                s1 = terms.Add(s1, i + Count);
                s2 = terms.Add(s2, i + 2 * Count);
                s3 = terms.Add(s3, i + 3 * Count);
            }

            s0 = TTerms.Join(TTerms.Join(s0, s1), TTerms.Join(s2, s3));
        }

        for (; i + Count <= end; i += Count)
            s0 = terms.Add(s0, i);
        if (i < end)
        {
            var lanes = stackalloc float[Count];
            Float16.Store(s0, lanes, 0);
            for (nint lane = 0; i < end; lane++, i++)
                Float1.Store(terms.Add(Float1.Load(lanes, lane), i), lanes, lane);
            s0 = Float16.Load(lanes, 0);
        }

        var eight = TTerms.Join(new Float8(s0.Value.GetLower()), new Float8(s0.Value.GetUpper()));
        var four = TTerms.Join(new Float4(eight.Value.GetLower()), new Float4(eight.Value.GetUpper()));
        four = TTerms.Join(four, new Float4(Vector128.Shuffle(four.Value, Vector128.Create(2, 3, 0, 1))));
        return TTerms.Join(four, new Float4(Vector128.Shuffle(four.Value, Vector128.Create(1, 0, 3, 2)))).Value.ToScalar();
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double InMemory<V, TTerms>(in TTerms all, nint from, nint length, double start)
        where V : unmanaged, IVector<V>
        where TTerms : unmanaged, ILaneTerms
    {
        var terms = all;
        var lanes = stackalloc double[Run];
        nint i = from, runs = from + length / Run * Run, end = from + length;
        var whole = length < Run ? Count : Run;
        for (nint lane = 0; lane < whole; lane += V.Count)
            V.Store(V.Constant(start), lanes, lane);
        for (; i < runs; i += V.Count)
        {
            var lane = (i - from) & (Run - 1);
            V.Store(terms.Add(V.Load(lanes, lane), i), lanes, lane);
        }

        for (nint lane = 0; lane < Count && whole == Run; lane += V.Count)
        {
            var left = TTerms.Join(V.Load(lanes, lane), V.Load(lanes, lane + Count));
            var right = TTerms.Join(V.Load(lanes, lane + 2 * Count), V.Load(lanes, lane + 3 * Count));
            V.Store(TTerms.Join(left, right), lanes, lane);
        }

        for (var last = end - length % Count; i < last; i += V.Count)
        {
            var lane = (i - from) & (Count - 1);
            V.Store(terms.Add(V.Load(lanes, lane), i), lanes, lane);
        }

        return V.IsDouble ? Finish<Double1, Double1, TTerms>(terms, i, end, lanes) : Finish<V, Float1, TTerms>(terms, i, end, lanes);
    }

    // What is left goes in one by one; then the tree, in vectors while they fit.
    private static double Finish<V, VOne, TTerms>(TTerms terms, nint i, nint end, void* lanes)
        where V : unmanaged, IVector<V>
        where VOne : unmanaged, IVector<VOne>
        where TTerms : unmanaged, ILaneTerms
    {
        for (nint lane = 0; i < end; lane++, i++)
            VOne.Store(terms.Add(VOne.Load(lanes, lane), i), lanes, lane);
        nint width = Count / 2;
        for (; width >= V.Count; width /= 2)
        {
            for (nint lane = 0; lane < width; lane += V.Count)
                V.Store(TTerms.Join(V.Load(lanes, lane), V.Load(lanes, lane + width)), lanes, lane);
        }

        for (; width > 0; width /= 2)
        {
            for (nint lane = 0; lane < width; lane++)
                VOne.Store(TTerms.Join(VOne.Load(lanes, lane), VOne.Load(lanes, lane + width)), lanes, lane);
        }

        return ToDouble(VOne.Load(lanes, 0));
    }

    private static double ToDouble<V>(V value)
        where V : unmanaged, IVector<V> => V.IsDouble ? *(double*)&value : *(float*)&value;

    private readonly struct FoldTerms<TFold>(void* x, void* y, TFold fold) : ILaneTerms
        where TFold : unmanaged, IFold
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Add<V>(V lane, nint i)
            where V : unmanaged, IVector<V> =>
            fold.Add(lane, V.Load(x, i), TFold.TakesTwo ? V.Load(y, i) : default, V.Constant(fold.Parameter));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Join<V>(V a, V b)
            where V : unmanaged, IVector<V> => TFold.Join(a, b);
    }

    private readonly struct Ahead<TTerms>(TTerms terms, void* next) : ILaneTerms
        where TTerms : unmanaged, ILaneTerms
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Join<V>(V a, V b)
            where V : unmanaged, IVector<V> => TTerms.Join(a, b);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Add<V>(V lane, nint i)
            where V : unmanaged, IVector<V>
        {
            if (Sse.IsSupported && V.Count > 1)
                Sse.Prefetch1((float*)next + i);
            return terms.Add(lane, i);
        }
    }
}

/// <summary>How two partial results of <see cref="Lanes"/> become one.</summary>
internal interface ILaneJoin
{
    static abstract V Join<V>(V a, V b)
        where V : unmanaged, IVector<V>;
}

/// <summary>What <see cref="Lanes"/> does with each number of one or two arrays.</summary>
internal interface IFold : ILaneJoin
{
    static abstract bool TakesTwo { get; }

    /// <summary>A number that Add wants in every place of a vector.</summary>
    double Parameter { get; }

    V Add<V>(V lane, V x, V y, V parameter)
        where V : unmanaged, IVector<V>;
}

/// <summary>Numbers that <see cref="Lanes"/> folds, computed on the way from whatever they depend on.</summary>
internal interface ILaneTerms : ILaneJoin
{
    /// <summary>The lanes with terms i, i + 1, ... folded in.</summary>
    V Add<V>(V lane, nint i)
        where V : unmanaged, IVector<V>;
}
