using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>The folds of <see cref="ReduceKernel"/> and of the row kernels.</summary>
internal static class Folds
{
    internal readonly struct SumFold : IFold
    {
        public static bool TakesTwo => false;

        public double Parameter => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Add<V>(V lane, V x, V y, V parameter)
            where V : unmanaged, IVector<V> => lane + x;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Join<V>(V a, V b)
            where V : unmanaged, IVector<V> => a + b;
    }

    internal readonly struct SquareFold : IFold
    {
        public static bool TakesTwo => false;

        public double Parameter => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Add<V>(V lane, V x, V y, V parameter)
            where V : unmanaged, IVector<V> => V.MultiplyAdd(x, x, lane);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Join<V>(V a, V b)
            where V : unmanaged, IVector<V> => a + b;
    }

    internal readonly struct DotFold : IFold
    {
        public static bool TakesTwo => true;

        public double Parameter => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Add<V>(V lane, V x, V y, V parameter)
            where V : unmanaged, IVector<V> => V.MultiplyAdd(x, y, lane);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Join<V>(V a, V b)
            where V : unmanaged, IVector<V> => a + b;
    }

    internal readonly struct MaxFold : IFold
    {
        public static bool TakesTwo => false;

        public double Parameter => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Add<V>(V lane, V x, V y, V parameter)
            where V : unmanaged, IVector<V> => Join(lane, x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Join<V>(V a, V b)
            where V : unmanaged, IVector<V> => V.Select(V.Equal(a, a), V.AtLeast(b, a), a);
    }

    internal readonly struct MinFold : IFold
    {
        public static bool TakesTwo => false;

        public double Parameter => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Add<V>(V lane, V x, V y, V parameter)
            where V : unmanaged, IVector<V> => Join(lane, x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Join<V>(V a, V b)
            where V : unmanaged, IVector<V> => V.Select(V.Equal(a, a), V.AtMost(b, a), a);
    }

    // Σ (x − center)².
    internal readonly struct DeviationFold(double center) : IFold
    {
        public static bool TakesTwo => false;

        public double Parameter => center;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Add<V>(V lane, V x, V y, V parameter)
            where V : unmanaged, IVector<V> => V.MultiplyAdd(x - parameter, x - parameter, lane);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Join<V>(V a, V b)
            where V : unmanaged, IVector<V> => a + b;
    }

    // Σ e^(x − shift).
    internal readonly struct ExpFold(double shift) : IFold
    {
        public static bool TakesTwo => false;

        public double Parameter => shift;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Add<V>(V lane, V x, V y, V parameter)
            where V : unmanaged, IVector<V> => lane + VectorMath.Exp(x - parameter);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Join<V>(V a, V b)
            where V : unmanaged, IVector<V> => a + b;
    }
}
