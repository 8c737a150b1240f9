using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>Folds numbers into one, in 16 lanes and one fixed tree, whatever the width of the vectors.</summary>
/// <remarks>
/// Element i of a block of 4096 goes to lane i mod 16; lanes are joined 0-8, 1-9, ..., then 0-4, ...; blocks are joined in a balanced
/// tree whose shape depends on the length only.
/// </remarks>
internal static unsafe class Lanes
{
    public const int Count = 16;
    private const int Block = 4096;

    /// <summary>fold over x (and y, where the fold takes two), from lanes that hold <paramref name="start"/>.</summary>
    public static double Fold<TFold>(void* x, void* y, nint length, bool isDouble, double start, TFold fold)
        where TFold : unmanaged, IFold
    {
        var size = isDouble ? sizeof(double) : sizeof(float);
        if (length > Block)
        {
            var half = (length + 2 * Block - 1) / (2 * Block) * Block;
            var left = Fold(x, y, half, isDouble, start, fold);
            var right = Fold((byte*)x + half * size, y == null ? null : (byte*)y + half * size, length - half, isDouble, start, fold);
            return isDouble ? Join<Double1, TFold>(left, right, fold) : Join<Float1, TFold>(left, right, fold);
        }

        var lanes = stackalloc double[Count];
        for (var i = 0; i < Count; i++)
        {
            if (isDouble)
                lanes[i] = start;
            else
                ((float*)lanes)[i] = (float)start;
        }

        var whole = length / Count * Count;
        var body = new Body<TFold>(x, y, lanes, fold);
        Simd.Run(ref body, whole, isDouble);
        if (isDouble)
            return Finish<Double1, TFold>(x, y, whole, length, lanes, fold);
        return Finish<Float1, TFold>(x, y, whole, length, lanes, fold);
    }

    private static double Join<V, TFold>(double left, double right, TFold fold)
        where V : unmanaged, IVector<V>
        where TFold : unmanaged, IFold
    {
        return ToDouble(fold.Join(V.Constant(left), V.Constant(right)));
    }

    private static double Finish<V, TFold>(void* x, void* y, nint from, nint to, void* lanes, TFold fold)
        where V : unmanaged, IVector<V>
        where TFold : unmanaged, IFold
    {
        for (var i = from; i < to; i++)
            V.Store(fold.Add(V.Load(lanes, i - from), V.Load(x, i), y == null ? default : V.Load(y, i)), lanes, i - from);
        for (var width = Count / 2; width > 0; width /= 2)
        {
            for (var i = 0; i < width; i++)
                V.Store(fold.Join(V.Load(lanes, i), V.Load(lanes, i + width)), lanes, i);
        }

        return ToDouble(V.Load(lanes, 0));
    }

    private static double ToDouble<V>(V value)
        where V : unmanaged, IVector<V> => V.IsDouble ? *(double*)&value : *(float*)&value;

    private readonly struct Body<TFold>(void* x, void* y, void* lanes, TFold fold) : IRangeBody
        where TFold : unmanaged, IFold
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* px = x, py = y;
            if (V.Count == Count)
            {
                var sum = V.Load(lanes, 0);
                for (var i = from; i < to; i += V.Count)
                    sum = fold.Add(sum, V.Load(px, i), TFold.TakesTwo ? V.Load(py, i) : default);
                V.Store(sum, lanes, 0);
                return;
            }

            for (var i = from; i < to; i += V.Count)
            {
                var lane = i & (Count - 1);
                V.Store(fold.Add(V.Load(lanes, lane), V.Load(px, i), TFold.TakesTwo ? V.Load(py, i) : default), lanes, lane);
            }
        }
    }
}

/// <summary>What <see cref="Lanes"/> does with each number.</summary>
internal interface IFold
{
    static abstract bool TakesTwo { get; }

    V Add<V>(V lane, V x, V y)
        where V : unmanaged, IVector<V>;

    V Join<V>(V a, V b)
        where V : unmanaged, IVector<V>;
}
