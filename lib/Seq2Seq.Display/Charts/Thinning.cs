namespace Seq2Seq.Display.Charts;

/// <summary>Makes a long series short without losing its extremes.</summary>
internal static class Thinning
{
    /// <summary>The indices to keep: of each of the buckets of neighbours its first, lowest, highest and last.</summary>
    /// <remarks>After Jugel et al. 2014 (M4): drawn at one pixel column per bucket the line looks the same.</remarks>
    public static List<int> Keep(ReadOnlySpan<double> y, int start, int end, int buckets)
    {
        var count = end - start;
        var kept = new List<int>(Math.Min(count, buckets * 4));
        if (count <= buckets * 4)
        {
            for (var i = start; i < end; i++)
                kept.Add(i);
            return kept;
        }
        for (var bucket = 0; bucket < buckets; bucket++)
        {
            var from = start + (int)((long)count * bucket / buckets);
            var to = start + (int)((long)count * (bucket + 1) / buckets);
            var (low, high) = (from, from);
            for (var i = from + 1; i < to; i++)
            {
                if (y[i] < y[low])
                    low = i;
                if (y[i] > y[high])
                    high = i;
            }
            Add(kept, from);
            Add(kept, Math.Min(low, high));
            Add(kept, Math.Max(low, high));
            Add(kept, to - 1);
        }
        return kept;
    }

    private static void Add(List<int> kept, int index)
    {
        if (kept.Count == 0 || kept[^1] < index)
            kept.Add(index);
    }
}
