using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Seq2Seq.Tensors;

/// <summary>The best of each row of log_softmax(A · B + bias) (+ the row's offset), and where they stand: no logit leaves the caches' reach.</summary>
/// <remarks>
/// A (rows, k), B (k, columns), bias (columns) or null, offsets (rows) or null, values and ids (rows, count). The product leaves the
/// largest of each lane behind; the sum of the exponentials passes by every logit once more and notes the few that may be among the best.
/// </remarks>
internal static unsafe class LinearTopKernel
{
    public static void Forward(
        float* a, PackedMatrix b, float* bias, float* offsets, int rows, int count, float* values, long* ids)
    {
        for (var row = 0; row < rows; row += PanelLogits.MostRows)
        {
            var logits = new PanelLogits(Math.Min(PanelLogits.MostRows, rows - row), a + (nint)row * b.K, b.K, b, bias);
            PanelLogits.Fill(ref logits);
            var body = new Rows(logits, offsets == null ? null : offsets + row, count, values + (nint)row * count, ids + (nint)row * count);
            RowChunks.Run(Math.Min(PanelLogits.MostRows, rows - row), 4L * b.N, ref body);
            logits.Dispose();
        }

        GC.KeepAlive(b);
    }

    // The largest of all lanes, and the count-th largest of them (less where some are equal): no larger than that of the whole row.
    [SkipLocalsInit]
    private static float Bound(float* lanes, int count, out float max)
    {
        // Half as many lanes are enough for a short list: more may stand between the bound and the list, but few.
        var used = Gemm.TileColumns >= 4 * count ? Gemm.TileColumns / 2 : Gemm.TileColumns;
        var kept = stackalloc float[32];
        var body = new Ranks { Lanes = lanes, Kept = kept, Count = used, Least = count - 1 };
        if (used < Gemm.TileColumns)
        {
            var fold = new Halves { Lanes = lanes, Half = used };
            Simd.Run(ref fold, used);
        }

        Simd.Run(ref body, used);
        (max, var bound) = (lanes[0], kept[0]);
        for (nint i = 1; i < used; i++)
        {
            max = lanes[i] > max ? lanes[i] : max;
            bound = kept[i] > bound ? kept[i] : bound;
        }

        return bound;
    }

    // The larger of lane i and lane i + half.
    private struct Halves : IRangeBody
    {
        public float* Lanes;
        public nint Half;

        public readonly void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            for (var i = from; i < to; i += V.Count)
                V.Store(V.AtLeast(V.Load(Lanes, i), V.Load(Lanes, i + Half)), Lanes, i);
        }
    }

    // What as many lanes are larger than as is asked, else nothing.
    private struct Ranks : IRangeBody
    {
        public float* Lanes;
        public float* Kept;
        public nint Count;
        public int Least;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            float* lanes = Lanes, kept = Kept;
            V one = V.Constant(1), zero = default, least = V.Constant(Least), nothing = V.Constant(float.NegativeInfinity);
            nint all = Count;
            for (var i = from; i < to; i += V.Count)
            {
                V lane = V.Load(lanes, i), rank = default;
                for (nint j = 0; j < all; j++)
                    rank += V.Select(V.Greater(V.Spread(lanes, j), lane), one, zero);
                V.Store(V.Select(V.GreaterOrEqual(rank, least), lane, nothing), kept, i);
            }
        }
    }

    private readonly struct Rows(PanelLogits logits, float* offsets, int count, float* values, long* ids) : IRowBody
    {
        [SkipLocalsInit]
        public void Run(int first, int last)
        {
            var lanes = stackalloc float[32];
            var noted = stackalloc Places[Noted.Most];
            for (nint row = first; row < last; row++)
            {
                logits.Largest((int)row, lanes);
                var bound = Bound(lanes, count, out var max);
                float offset = offsets == null ? 0 : offsets[row];
                // Sums round: what is this much smaller than the bound stays so.
                var least = bound - (Math.Abs(bound) + Math.Abs(max) + Math.Abs(offset) + 32) / (1 << 18);
                var found = new Noted { Held = noted };
                var line = logits.Row((int)row);
                var total = float.IsFinite(max)
                    ? VectorMath.Log(new Float1((float)Lanes.Fold(new Terms(line, max, least, &found), logits.Columns, false, 0))).Value
                    : float.NaN;
                if (float.IsNaN(total))
                {
                    // A NaN, or nothing but infinities: then every log-probability is NaN, and all stand equal.
                    for (nint i = 0; i < count; i++)
                        (values[row * count + i], ids[row * count + i]) = (float.NaN, i);
                    continue;
                }

                var shift = new RowShift(max, total, offset, offsets != null);
                var list = new TopList(values + row * count, ids + row * count, count, shift.Of(bound));
                if (found.Count <= Noted.Most && shift.Of(least) < shift.Of(bound))
                    found.Offer(line, shift, ref list);
                else
                    OfferAll(line, logits.Columns, shift, ref list);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OfferAll(PanelRow line, nint columns, in RowShift shift, ref TopList list)
    {
        for (nint i = 0; i < columns; i++)
            list.Offer(shift.Of(*line.At(i)), i);
    }

    // Where a row holds something that may be among the largest: bit j of the mask stands for number start + j.
    private readonly record struct Places(int Start, uint Mask);

    private struct Noted
    {
        public const int Most = 256;

        public Places* Held;

        public int Count;

        public readonly void Offer(PanelRow line, in RowShift shift, ref TopList list)
        {
            for (var i = 0; i < Count; i++)
            {
                var x = line.At(Held[i].Start);
                for (var mask = Held[i].Mask; mask != 0; mask &= mask - 1)
                {
                    var j = BitOperations.TrailingZeroCount(mask);
                    list.Offer(shift.Of(x[j]), Held[i].Start + j);
                }
            }
        }
    }

    // e^(x − max), and on the way a note of the vectors with something that is not below the least.
    private readonly struct Terms(PanelRow line, float max, float least, Noted* found) : ILaneTerms
    {
        private const int Ahead = 256;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Join<V>(V a, V b)
            where V : unmanaged, IVector<V> => a + b;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Add<V>(V lane, nint i)
            where V : unmanaged, IVector<V>
        {
            line.Fetch(i + Ahead);
            var x = V.Load(line.At(i), 0);
            var mask = AtLeast(x, least);
            if (mask != 0)
                Note(new Places((int)i, mask));
            return lane + VectorMath.Exp(x - V.Constant(max));
        }

        private void Note(Places places)
        {
            if (found->Count < Noted.Most)
                found->Held[found->Count] = places;
            found->Count++;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static uint AtLeast<V>(V x, float bound)
            where V : unmanaged, IVector<V>
        {
            if (typeof(V) == typeof(Float16))
                return (uint)Vector512.GreaterThanOrEqual(Unsafe.BitCast<V, Float16>(x).Value, Vector512.Create(bound)).ExtractMostSignificantBits();
            if (typeof(V) == typeof(Float8))
                return Vector256.GreaterThanOrEqual(Unsafe.BitCast<V, Float8>(x).Value, Vector256.Create(bound)).ExtractMostSignificantBits();
            if (typeof(V) == typeof(Float4))
                return Vector128.GreaterThanOrEqual(Unsafe.BitCast<V, Float4>(x).Value, Vector128.Create(bound)).ExtractMostSignificantBits();
            return Unsafe.BitCast<V, Float1>(x).Value >= bound ? 1u : 0;
        }
    }
}
