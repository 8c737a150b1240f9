namespace Seq2Seq.Display.Charts;

/// <summary>Cuts a range of values into bins and counts.</summary>
internal static class Bins
{
    private const int Most = 100;

    /// <summary>The edges of the bins, one more than bins; equal factors on a logarithmic axis.</summary>
    public static double[] Edges(IEnumerable<double[]> groups, int wanted, Axis axis)
    {
        var values = groups.SelectMany(values => values)
            .Where(value => double.IsFinite(value) && (!axis.IsLog || value > 0)).Order().ToArray();
        if (values.Length == 0)
            return [axis.IsLog ? 1 : 0, axis.IsLog ? 10 : 1];
        if (axis.IsLog)
            values = Array.ConvertAll(values, Math.Log10);
        var (low, high) = (values[0], values[^1]);
        if (low == high)
            (low, high) = (low - Math.Max(0.5, Math.Abs(low) * 1e-6), high + Math.Max(0.5, Math.Abs(high) * 1e-6));
        var count = wanted > 0 ? Math.Min(wanted, 2000) : Choose(values, low, high);
        if (wanted <= 0 && !axis.IsLog && Array.TrueForAll(values, value => value == Math.Floor(value)) && high - low < Most)
            return [.. Enumerable.Range(0, (int)(high - low) + 2).Select(i => low - 0.5 + i)];
        var edges = new double[count + 1];
        for (var i = 0; i <= count; i++)
            edges[i] = low * ((double)(count - i) / count) + high * ((double)i / count);
        return axis.IsLog ? Array.ConvertAll(edges, edge => Math.Clamp(Math.Pow(10, edge), double.Epsilon, double.MaxValue)) : edges;
    }

    public static double[] Count(double[] values, double[] edges)
    {
        var counts = new double[edges.Length - 1];
        foreach (var value in values)
        {
            if (!double.IsFinite(value) || value < edges[0] * (edges[0] > 0 ? 1 - 1e-12 : 1 + 1e-12))
                continue;
            var at = Array.BinarySearch(edges, value);
            counts[Math.Clamp(at >= 0 ? at : ~at - 1, 0, counts.Length - 1)]++;
        }
        return counts;
    }

    // Freedman and Diaconis 1981: width 2·IQR / ∛n.
    private static int Choose(double[] sorted, double low, double high)
    {
        var spread = sorted[sorted.Length * 3 / 4] - sorted[sorted.Length / 4];
        var width = 2 * spread / Math.Cbrt(sorted.Length);
        var bins = width > 0 ? (high - low) / width : Math.Sqrt(sorted.Length);
        return double.IsFinite(bins) ? (int)Math.Clamp(Math.Ceiling(bins), 5, Most) : 20;
    }
}
