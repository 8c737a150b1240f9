using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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
    private const int Block = 4096;

    /// <summary>fold over x (and y, where the fold takes two), from lanes that hold <paramref name="start"/>.</summary>
    [SkipLocalsInit]
    public static double Fold<TFold>(void* x, void* y, nint length, bool isDouble, double start, TFold fold)
        where TFold : unmanaged, IFold
    {
        var size = isDouble ? sizeof(double) : sizeof(float);
        if (length > Block)
        {
            var half = Half(length);
            var left = Fold(x, y, half, isDouble, start, fold);
            var right = Fold((byte*)x + half * size, y == null ? null : (byte*)y + half * size, length - half, isDouble, start, fold);
            return isDouble ? Join<Double1, TFold>(left, right, fold) : Join<Float1, TFold>(left, right, fold);
        }

        var runs = length / (Groups * Count) * (Groups * Count);
        var lanes = stackalloc double[Groups * Count];
        if (runs > 0)
        {
            var body = new Runs<TFold>(x, y, lanes, start, fold);
            Simd.Run(ref body, runs, isDouble);
        }
        else if (isDouble)
        {
            new Span<double>(lanes, Count).Fill(start);
        }
        else
        {
            new Span<float>(lanes, Count).Fill((float)start);
        }

        var whole = length / Count * Count;
        if (whole > runs)
        {
            var body = new Rest<TFold>((byte*)x + runs * size, y == null ? null : (byte*)y + runs * size, lanes, fold);
            Simd.Run(ref body, whole - runs, isDouble);
        }

        if (isDouble)
            return Finish<Double1, TFold>(x, y, whole, length, lanes, fold);
        return Finish<Float1, TFold>(x, y, whole, length, lanes, fold);
    }

    /// <summary>How much of more than <see cref="Block"/> numbers is the left branch of the tree.</summary>
    internal static nint Half(nint length) => (length + 2 * Block - 1) / (2 * Block) * Block;

    internal static double Join<V, TFold>(double left, double right, TFold fold)
        where V : unmanaged, IVector<V>
        where TFold : unmanaged, IFold
    {
        return ToDouble(fold.Join(V.Constant(left), V.Constant(right)));
    }

    private static double Finish<V, TFold>(void* x, void* y, nint from, nint to, void* lanes, TFold fold)
        where V : unmanaged, IVector<V>
        where TFold : unmanaged, IFold
    {
        var parameter = V.Constant(fold.Parameter);
        for (var i = from; i < to; i++)
            V.Store(fold.Add(V.Load(lanes, i - from), V.Load(x, i), y == null ? default : V.Load(y, i), parameter), lanes, i - from);
        var width = Count / 2;
        if (!V.IsDouble && Vector256.IsHardwareAccelerated)
        {
            Float8.Store(fold.Join(Float8.Load(lanes, 0), Float8.Load(lanes, 8)), lanes, 0);
            Float4.Store(fold.Join(Float4.Load(lanes, 0), Float4.Load(lanes, 4)), lanes, 0);
            width = 2;
        }

        for (; width > 0; width /= 2)
        {
            for (var i = 0; i < width; i++)
                V.Store(fold.Join(V.Load(lanes, i), V.Load(lanes, i + width)), lanes, i);
        }

        return ToDouble(V.Load(lanes, 0));
    }

    private static double ToDouble<V>(V value)
        where V : unmanaged, IVector<V> => V.IsDouble ? *(double*)&value : *(float*)&value;

    private readonly struct Runs<TFold>(void* x, void* y, void* lanes, double start, TFold fold) : IRangeBody
        where TFold : unmanaged, IFold
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* px = x, py = y;
            var parameter = V.Constant(fold.Parameter);
            if (V.Count == Count && !TFold.IsLong)
            {
                var s0 = V.Constant(start);
                var (s1, s2, s3) = (s0, s0, s0);
                for (var i = from; i < to; i += Groups * Count)
                {
                    s0 = fold.Add(s0, V.Load(px, i), TFold.TakesTwo ? V.Load(py, i) : default, parameter);
                    s1 = fold.Add(s1, V.Load(px, i + Count), TFold.TakesTwo ? V.Load(py, i + Count) : default, parameter);
                    s2 = fold.Add(s2, V.Load(px, i + 2 * Count), TFold.TakesTwo ? V.Load(py, i + 2 * Count) : default, parameter);
                    s3 = fold.Add(s3, V.Load(px, i + 3 * Count), TFold.TakesTwo ? V.Load(py, i + 3 * Count) : default, parameter);
                }

                V.Store(fold.Join(fold.Join(s0, s1), fold.Join(s2, s3)), lanes, 0);
                return;
            }

            for (nint lane = 0; lane < Groups * Count; lane += V.Count)
                V.Store(V.Constant(start), lanes, lane);
            for (var i = from; i < to; i += V.Count)
            {
                var lane = i & (Groups * Count - 1);
                V.Store(fold.Add(V.Load(lanes, lane), V.Load(px, i), TFold.TakesTwo ? V.Load(py, i) : default, parameter), lanes, lane);
            }

            for (nint lane = 0; lane < Count; lane += V.Count)
            {
                var left = fold.Join(V.Load(lanes, lane), V.Load(lanes, lane + Count));
                var right = fold.Join(V.Load(lanes, lane + 2 * Count), V.Load(lanes, lane + 3 * Count));
                V.Store(fold.Join(left, right), lanes, lane);
            }
        }
    }

    private readonly struct Rest<TFold>(void* x, void* y, void* lanes, TFold fold) : IRangeBody
        where TFold : unmanaged, IFold
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            var parameter = V.Constant(fold.Parameter);
            for (var i = from; i < to; i += V.Count)
            {
                var lane = i & (Count - 1);
                V.Store(fold.Add(V.Load(lanes, lane), V.Load(x, i), TFold.TakesTwo ? V.Load(y, i) : default, parameter), lanes, lane);
            }
        }
    }
}

/// <summary>What <see cref="Lanes"/> does with each number.</summary>
internal interface IFold
{
    static abstract bool TakesTwo { get; }

    /// <summary>True when Add is a formula so long that four of them side by side would not fit the registers.</summary>
    static abstract bool IsLong { get; }

    /// <summary>A number that Add wants in every place of a vector.</summary>
    double Parameter { get; }

    V Add<V>(V lane, V x, V y, V parameter)
        where V : unmanaged, IVector<V>;

    V Join<V>(V a, V b)
        where V : unmanaged, IVector<V>;
}
