namespace Seq2Seq.Metrics;

/// <summary>Counts the runs of n tokens.</summary>
internal static class NGrams
{
    // A tab joins the tokens: no tokenisation leaves white space inside one.
    public static Dictionary<string, int> Count(IReadOnlyList<string> tokens, int order, string joint = "\t")
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var start = 0; start + order <= tokens.Count; start++)
        {
            var gram = order == 1 ? tokens[start]
                : string.Join(joint, Enumerable.Range(start, order).Select(i => tokens[i]));
            counts[gram] = counts.GetValueOrDefault(gram) + 1;
        }

        return counts;
    }

    /// <summary>How many runs the two have in common, each counted as often as it occurs in both.</summary>
    public static int Overlap(Dictionary<string, int> first, Dictionary<string, int> second)
    {
        var overlap = 0;
        foreach (var (gram, count) in first) overlap += Math.Min(count, second.GetValueOrDefault(gram));
        return overlap;
    }
}
