using System.Numerics;

namespace Seq2Seq.Tensors;

/// <summary>Orders rows; NaN counts as the largest, equal elements keep their order.</summary>
internal static class Sorting
{
    /// <summary>For each row of the last dimension, the positions of its elements in order (the first count of them).</summary>
    public static torch.Tensor Order(torch.Tensor x, bool descending, int count)
    {
        using var dense = x.Dense();
        var sizes = (long[])x.Sizes.Clone();
        sizes[^1] = count;
        var order = torch.Tensor.Uninitialized(sizes, torch.ScalarType.Int64);
        var body = new Body { X = dense, Order = order, Columns = (int)x.Sizes[^1], Count = count, Descending = descending };
        ElementTypes.Dispatch(x.dtype, ref body);
        return order;
    }

    private unsafe struct Body : IElementBody
    {
        public torch.Tensor X;
        public torch.Tensor Order;
        public int Columns;
        public int Count;
        public bool Descending;

        public readonly void Run<T>()
            where T : unmanaged, INumber<T>
        {
            if (Count == 0 || Columns == 0)
                return;
            var x = X.Span<T>();
            var order = Order.Span<long>();
            var rows = order.Length / Count;
            fixed (T* values = x)
            fixed (long* target = order)
            {
                var body = new Rows<T>(values, target, Columns, Count, Descending);
                RowChunks.Run(rows, Columns, ref body);
            }
        }

        private readonly struct Rows<T>(T* x, long* order, int columns, int count, bool descending) : IRowBody
            where T : unmanaged, INumber<T>
        {
            // The row has no NaN.
            private void Largest(float* row, long* target)
            {
                var values = stackalloc float[TopRow.MostAsked];
                TopRow.Max(row, columns, count, out var bound);
                TopRow.Select(row, columns, count, bound, default, values, target);
            }

            public void Run(int first, int last)
            {
                for (nint row = first; row < last; row++)
                {
                    var values = new ReadOnlySpan<T>(x + row * columns, columns);
                    var target = new Span<long>(order + row * count, count);
                    if (typeof(T) == typeof(float) && descending && count is > 0 and <= TopRow.MostAsked && count * 8 <= columns
                        && !float.IsNaN(ReduceKernel.Max(new ReadOnlySpan<float>((float*)x + row * columns, columns))))
                        Largest((float*)x + row * columns, order + row * count);
                    else if (count * 8 <= columns)
                        Select(values, target, descending);
                    else
                        Sort(values, target, descending);
                }
            }
        }

        private static void Sort<T>(ReadOnlySpan<T> values, Span<long> target, bool descending)
            where T : unmanaged, INumber<T>
        {
            var keys = new (T Value, int Index)[values.Length];
            for (var i = 0; i < keys.Length; i++)
                keys[i] = (values[i], i);
            Array.Sort(keys, (a, b) =>
            {
                var compared = Compare(a.Value, b.Value);
                return compared != 0 ? (descending ? -compared : compared) : a.Index.CompareTo(b.Index);
            });
            for (var i = 0; i < target.Length; i++)
                target[i] = keys[i].Index;
        }

        // Few of many: each element is put into the short ordered list if it belongs there.
        private static void Select<T>(ReadOnlySpan<T> values, Span<long> target, bool descending)
            where T : unmanaged, INumber<T>
        {
            var held = 0;
            for (var i = 0; i < values.Length; i++)
            {
                if (held == target.Length)
                {
                    i = Next(values, i, values[(int)target[held - 1]], descending);
                    if (i == values.Length)
                        return;
                    if (!Before(values[i], values[(int)target[held - 1]], descending))
                        continue;
                }

                var at = held < target.Length ? held++ : held - 1;
                while (at > 0 && Before(values[i], values[(int)target[at - 1]], descending))
                {
                    target[at] = target[at - 1];
                    at--;
                }

                target[at] = i;
            }
        }

        // The next position from which something may come before the last one held: whole vectors that cannot are passed over.
        private static int Next<T>(ReadOnlySpan<T> values, int from, T last, bool descending)
            where T : unmanaged, INumber<T>
        {
            if (!Vector<T>.IsSupported || T.IsNaN(last))
                return from;
            var bound = new Vector<T>(last);
            for (; from + Vector<T>.Count <= values.Length; from += Vector<T>.Count)
            {
                var block = new Vector<T>(values[from..]);
                if (!(descending ? Vector.LessThanOrEqualAll(block, bound) : Vector.GreaterThanOrEqualAll(block, bound)))
                    break;
            }

            return from;
        }

        private static bool Before<T>(T a, T b, bool descending)
            where T : unmanaged, INumber<T> => descending ? Compare(a, b) > 0 : Compare(a, b) < 0;

        private static int Compare<T>(T a, T b)
            where T : unmanaged, INumber<T> =>
            a < b ? -1 : a > b ? 1 : T.IsNaN(a) ? (T.IsNaN(b) ? 0 : 1) : T.IsNaN(b) ? -1 : 0;
    }
}
