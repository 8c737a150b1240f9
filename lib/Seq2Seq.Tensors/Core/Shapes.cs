using System.Globalization;

namespace Seq2Seq.Tensors;

/// <summary>Arithmetic on shapes and strides.</summary>
internal static class Shapes
{
    private const int KnownLog = 10;
    private const int Ways = 8;

    // Training steps ask for the same few shapes again and again; of those that meet in one place the last few stay.
    [ThreadStatic]
    private static long[]?[]? t_known;

    // The flags of each set of so many dimensions, made when first asked for.
    private const int MostFlags = 8;
    private static readonly bool[]?[][] s_flags = [.. Enumerable.Range(0, MostFlags + 1).Select(rank => new bool[]?[1 << rank])];

    public static long Count(ReadOnlySpan<long> shape)
    {
        var count = 1L;
        foreach (var size in shape)
            count = checked(count * size);
        return count;
    }

    public static long[] ContiguousStrides(ReadOnlySpan<long> shape)
    {
        Span<long> strides = stackalloc long[shape.Length];
        ContiguousStrides(shape, strides);
        return Known(strides);
    }

    public static void ContiguousStrides(ReadOnlySpan<long> shape, Span<long> strides)
    {
        var stride = 1L;
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            strides[i] = stride;
            stride *= Math.Max(shape[i], 1);
        }
    }

    /// <summary>An array of these numbers, which may be shared with other tensors and must not be changed.</summary>
    public static long[] Known(ReadOnlySpan<long> numbers)
    {
        if (numbers.Length == 0)
            return [];
        var hash = (ulong)numbers.Length;
        foreach (var number in numbers)
            hash = ulong.RotateRight((hash ^ (ulong)number) * 0x9E3779B97F4A7C15, 29);
        hash *= 0x9E3779B97F4A7C15;
        var places = (t_known ??= new long[]?[Ways << KnownLog]).AsSpan((int)(hash >> (64 - KnownLog)) * Ways, Ways);
        foreach (var place in places)
        {
            if (place is not null && numbers.SequenceEqual(place))
                return place;
        }

        places[..^1].CopyTo(places[1..]);
        return places[0] = numbers.ToArray();
    }

    public static bool IsContiguous(ReadOnlySpan<long> shape, ReadOnlySpan<long> strides)
    {
        var expected = 1L;
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            if (shape[i] == 0)
                return true;
            if (shape[i] == 1)
                continue;
            if (strides[i] != expected)
                return false;
            expected *= shape[i];
        }

        return true;
    }

    /// <summary>A dimension counted from the end becomes one counted from the front.</summary>
    public static int Dim(string operation, long dim, int rank)
    {
        var bound = Math.Max(rank, 1);
        if (dim < -bound || dim >= bound)
            throw Throw.DimensionOutOfRange(operation, dim, bound);
        return (int)(dim < 0 ? dim + bound : dim);
    }

    /// <summary>These numbers with another one at one place, if there is that place.</summary>
    public static long[] With(ReadOnlySpan<long> numbers, int place, long number)
    {
        Span<long> changed = stackalloc long[numbers.Length];
        numbers.CopyTo(changed);
        if (place < changed.Length)
            changed[place] = number;
        return Known(changed);
    }

    /// <summary>Some sizes, then others.</summary>
    public static long[] Join(ReadOnlySpan<long> first, ReadOnlySpan<long> second)
    {
        Span<long> all = stackalloc long[first.Length + second.Length];
        first.CopyTo(all);
        second.CopyTo(all[first.Length..]);
        return Known(all);
    }

    /// <summary>An array of these flags, which may be shared and must not be changed.</summary>
    public static bool[] Known(ReadOnlySpan<bool> flags)
    {
        if (flags.Length > MostFlags)
            return flags.ToArray();
        var set = 0;
        for (var i = 0; i < flags.Length; i++)
            set |= flags[i] ? 1 << i : 0;
        return s_flags[flags.Length][set] ??= flags.ToArray();
    }

    /// <summary>The distinct dimensions named, as flags; none named means all. May be shared and must not be changed.</summary>
    public static bool[] Dims(string operation, ReadOnlySpan<long> dims, int rank)
    {
        Span<bool> flags = stackalloc bool[rank];
        flags.Fill(dims.Length == 0);

        foreach (var dim in dims)
        {
            var d = Dim(operation, dim, rank);
            if (rank == 0)
                continue;
            if (flags[d])
                throw Throw.DuplicateDimension(operation, dim);
            flags[d] = true;
        }

        return Known(flags);
    }

    /// <summary>The shape two operands broadcast to: sizes are aligned at the end, 1 stretches.</summary>
    public static long[] Broadcast(string operation, ReadOnlySpan<long> a, ReadOnlySpan<long> b)
    {
        if (a.SequenceEqual(b))
            return Known(a);
        var rank = Math.Max(a.Length, b.Length);
        Span<long> shape = stackalloc long[rank];
        for (var i = 1; i <= rank; i++)
        {
            var sizeA = i <= a.Length ? a[^i] : 1;
            var sizeB = i <= b.Length ? b[^i] : 1;
            if (sizeA != sizeB && sizeA != 1 && sizeB != 1)
                throw Throw.CannotBroadcast(operation, a, b, rank - i, sizeA, sizeB);
            shape[^i] = sizeA == 1 ? sizeB : sizeA;
        }

        return Known(shape);
    }

    /// <summary>Strides that make a tensor look as if it had the wider shape: stretched dimensions stand still.</summary>
    public static long[] StretchedStrides(ReadOnlySpan<long> shape, long[] strides, ReadOnlySpan<long> target)
    {
        if (shape.SequenceEqual(target))
            return strides;
        Span<long> result = stackalloc long[target.Length];
        result.Clear();
        var lead = target.Length - shape.Length;
        for (var i = 0; i < shape.Length; i++)
            result[lead + i] = shape[i] == 1 && target[lead + i] != 1 ? 0 : strides[i];
        return Known(result);
    }

    /// <summary>Replaces the one -1 of a requested shape by what is left.</summary>
    public static long[] Infer(string operation, ReadOnlySpan<long> requested, long count)
    {
        var unknown = -1;
        var known = 1L;
        for (var i = 0; i < requested.Length; i++)
        {
            if (requested[i] == -1)
            {
                if (unknown >= 0)
                    throw Throw.TwoUnknownSizes(operation, requested);
                unknown = i;
            }
            else
            {
                if (requested[i] < 0)
                    throw Throw.NegativeSize(operation, requested[i], requested);
                known = checked(known * requested[i]);
            }
        }

        Span<long> shape = stackalloc long[requested.Length];
        requested.CopyTo(shape);
        if (unknown >= 0)
        {
            if (known == 0 && count == 0)
                throw Throw.AmbiguousSize(operation, requested);
            if (known == 0 || count % known != 0)
                throw Throw.WrongElementCount(operation, requested, count);
            shape[unknown] = count / known;
        }
        else if (known != count)
        {
            throw Throw.WrongElementCount(operation, requested, count);
        }

        return Known(shape);
    }

    /// <summary>Strides that show the same elements in another shape without moving them, or null if there are none.</summary>
    public static long[]? ViewStrides(ReadOnlySpan<long> shape, ReadOnlySpan<long> strides, ReadOnlySpan<long> target)
    {
        if (IsContiguous(shape, strides) || Count(shape) == 0)
            return ContiguousStrides(target);
        Span<long> result = stackalloc long[target.Length];
        result.Clear();
        var t = target.Length - 1;
        var end = shape.Length - 1;
        while (end >= 0)
        {
            // A run of dimensions start..end that lie behind one another in memory.
            var start = end;
            var run = shape[end];
            var inner = strides[end];
            while (start > 0 && (shape[start - 1] == 1 || strides[start - 1] == run * inner || run == 1))
            {
                start--;
                if (run == 1)
                    inner = strides[start];
                run *= shape[start];
            }

            var covered = 1L;
            while (t >= 0 && (covered < run || target[t] == 1))
            {
                result[t] = covered * inner;
                covered *= target[t];
                t--;
            }

            if (covered != run)
                return null;
            end = start - 1;
        }

        return t < 0 ? Known(result) : null;
    }

    /// <summary>As text: (2, 3).</summary>
    public static string Text(ReadOnlySpan<long> shape)
    {
        var parts = new string[shape.Length];
        for (var i = 0; i < shape.Length; i++)
            parts[i] = shape[i].ToString(CultureInfo.InvariantCulture);
        return "(" + string.Join(", ", parts) + ")";
    }
}
