using System.Numerics;
using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>What is added to each number of a row before they are compared: y = x − max − total, then + offset if there is one.</summary>
internal readonly record struct RowShift(float Max, float Total, float Offset, bool HasOffset)
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Of(float x) => HasOffset ? x - Max - Total + Offset : x - Max - Total;
}

/// <summary>The largest numbers of one row, in falling order, and where they stand; of equal ones the earlier comes first.</summary>
/// <remarks>
/// A row is looked at in vectors: one pass leaves the largest of each lane, and since every lane's largest is a number of the row, the
/// count-th largest of them is no larger than the count-th of the row. A second pass skips whatever lies below. Both only compare and
/// shift, so the width of the vectors decides nothing.
/// </remarks>
internal static unsafe class TopRow
{
    /// <summary>Of more than so many, the order is found in another way.</summary>
    public const int MostAsked = 32;

    private const int Accumulators = 4;

    private static int LaneCount => Accumulators * Vector<float>.Count;

    /// <summary>The largest number, and a lower bound of the count-th largest; a NaN in the row makes both worthless.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Max(float* x, int columns, int count, out float bound)
    {
        bound = float.NegativeInfinity;
        var lanes = stackalloc float[Accumulators * 16];
        var used = Lanes(x, columns, lanes);
        if (used == LaneCount && count <= used)
            bound = Bound(lanes, count);
        var max = lanes[0];
        for (var i = 1; i < used; i++)
            max = lanes[i] > max ? lanes[i] : max;
        return max;
    }

    /// <summary>Writes the <paramref name="count"/> largest; the row has as many or more, and no NaN.</summary>
    /// <param name="x">The row.</param>
    /// <param name="columns">Its length.</param>
    /// <param name="count">How many are asked for.</param>
    /// <param name="bound">No larger than the count-th largest x.</param>
    /// <param name="shift">From x to what is compared; must not turn the order round.</param>
    /// <param name="values">Out: the shifted numbers.</param>
    /// <param name="ids">Out: where they stand.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Select(float* x, int columns, int count, float bound, in RowShift shift, float* values, long* ids)
    {
        var least = shift.Of(bound);
        var held = 0;
        var step = Vector.IsHardwareAccelerated ? Vector<float>.Count : columns;
        for (var i = Next(x, 0, columns, shift, least); i < columns; i = Next(x, i, columns, shift, least))
        {
            for (var end = Math.Min(columns, i + step); i < end; i++)
            {
                var y = shift.Of(x[i]);
                if (y < least)
                    continue;
                if (held == count && !(y > values[count - 1]))
                    continue;
                var at = held < count ? held++ : count - 1;
                for (; at > 0 && y > values[at - 1]; at--)
                    (values[at], ids[at]) = (values[at - 1], ids[at - 1]);
                (values[at], ids[at]) = (y, i);
                if (held == count && values[count - 1] > least)
                    least = values[count - 1];
            }
        }
    }

    // Where the next vector begins that holds something no smaller than the least: blocks of vectors first, then which of its vectors.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Next(float* x, int from, int columns, in RowShift shift, float least)
    {
        if (!Vector.IsHardwareAccelerated)
            return from;
        var width = Vector<float>.Count;
        Vector<float> max = new(shift.Max), total = new(shift.Total), offset = new(shift.Offset), bound = new(least);
        var isShifted = shift.HasOffset;
        for (; from + LaneCount <= columns; from += LaneCount)
        {
            var p = x + from;
            var y0 = Vector.Load(p) - max - total;
            var y1 = Vector.Load(p + width) - max - total;
            var y2 = Vector.Load(p + 2 * width) - max - total;
            var y3 = Vector.Load(p + 3 * width) - max - total;
            var largest = Vector.MaxNative(Vector.MaxNative(y0, y1), Vector.MaxNative(y2, y3));
            if (isShifted)
                largest += offset;
            if (Vector.GreaterThanOrEqualAny(largest, bound))
                break;
        }

        for (; from + width <= columns; from += width)
        {
            var y = Vector.Load(x + from) - max - total;
            if (isShifted)
                y += offset;
            if (Vector.GreaterThanOrEqualAny(y, bound))
                break;
        }

        return from;
    }

    // The largest number of each lane; gives how many lanes there are.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Lanes(float* x, int columns, float* lanes)
    {
        if (!Vector.IsHardwareAccelerated || columns < LaneCount)
        {
            *lanes = *x;
            for (nint j = 1; j < columns; j++)
                *lanes = x[j] > *lanes ? x[j] : *lanes;
            return 1;
        }

        nint width = Vector<float>.Count, step = LaneCount, i = step;
        Vector<float> m0 = Vector.Load(x), m1 = Vector.Load(x + width), m2 = Vector.Load(x + 2 * width), m3 = Vector.Load(x + 3 * width);
        for (; i + step <= columns; i += step)
        {
            m0 = Vector.MaxNative(m0, Vector.Load(x + i));
            m1 = Vector.MaxNative(m1, Vector.Load(x + i + width));
            m2 = Vector.MaxNative(m2, Vector.Load(x + i + 2 * width));
            m3 = Vector.MaxNative(m3, Vector.Load(x + i + 3 * width));
        }

        Vector.Store(m0, lanes);
        Vector.Store(m1, lanes + width);
        Vector.Store(m2, lanes + 2 * width);
        Vector.Store(m3, lanes + 3 * width);
        for (nint lane = 0; i < columns; i++, lane++)
            lanes[lane] = x[i] > lanes[lane] ? x[i] : lanes[lane];
        return (int)step;
    }

    // The count-th largest of the lanes, or less where lanes are equal: the largest of all is struck out, time and again.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Bound(float* lanes, int count)
    {
        if (!Vector.IsHardwareAccelerated)
            return float.NegativeInfinity;
        nint width = Vector<float>.Count;
        var halves = stackalloc float[16];
        var nothing = new Vector<float>(float.NegativeInfinity);
        Vector<float> m0 = Vector.Load(lanes), m1 = Vector.Load(lanes + width);
        Vector<float> m2 = Vector.Load(lanes + 2 * width), m3 = Vector.Load(lanes + 3 * width);
        while (true)
        {
            Vector.Store(Vector.MaxNative(Vector.MaxNative(m0, m1), Vector.MaxNative(m2, m3)), halves);
            for (var half = (int)width / 2; half > 0; half /= 2)
            {
                for (var i = 0; i < half; i++)
                    halves[i] = halves[i + half] > halves[i] ? halves[i + half] : halves[i];
            }

            if (--count == 0)
                return halves[0];
            var largest = new Vector<float>(halves[0]);
            m0 = Vector.ConditionalSelect(Vector.Equals(m0, largest), nothing, m0);
            m1 = Vector.ConditionalSelect(Vector.Equals(m1, largest), nothing, m1);
            m2 = Vector.ConditionalSelect(Vector.Equals(m2, largest), nothing, m2);
            m3 = Vector.ConditionalSelect(Vector.Equals(m3, largest), nothing, m3);
        }
    }
}
