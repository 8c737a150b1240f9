namespace Seq2Seq.Host.Running.Checking;

/// <summary>The lines that differ between two texts, <c>-</c> committed and <c>+</c> now.</summary>
internal static class TextDifference
{
    private const int LineLimit = 24;
    private const int WidthLimit = 160;
    private const int ExactLimit = 2000;

    public static void Describe(string place, string committed, string actual, List<string> lines)
    {
        var was = committed.Split('\n');
        var now = actual.Split('\n');
        lines.Add($"{place}:");
        var changes = was.Length <= ExactLimit && now.Length <= ExactLimit ? Changes(was, now) : Unaligned(was, now);
        var shown = 0;
        var total = 0;
        foreach (var (sign, line) in changes)
        {
            total++;
            if (shown++ < LineLimit) lines.Add($"  {sign} {line}");
        }
        if (total > LineLimit) lines.Add($"  ... and {total - LineLimit} more lines");
    }

    // Longest common subsequence; what is not in it was removed or added.
    private static IEnumerable<(char Sign, string Line)> Changes(string[] was, string[] now)
    {
        var start = 0;
        while (start < was.Length && start < now.Length && was[start] == now[start]) start++;
        var (endWas, endNow) = (was.Length, now.Length);
        while (endWas > start && endNow > start && was[endWas - 1] == now[endNow - 1]) (endWas, endNow) = (endWas - 1, endNow - 1);

        var common = new int[endWas - start + 1, endNow - start + 1];
        for (var i = endWas - 1; i >= start; i--)
        {
            for (var j = endNow - 1; j >= start; j--)
            {
                common[i - start, j - start] = was[i] == now[j]
                    ? common[i - start + 1, j - start + 1] + 1
                    : Math.Max(common[i - start + 1, j - start], common[i - start, j - start + 1]);
            }
        }
        for (var (i, j) = (start, start); i < endWas || j < endNow;)
        {
            if (i < endWas && j < endNow && was[i] == now[j])
            {
                (i, j) = (i + 1, j + 1);
            }
            else if (i < endWas && (j == endNow || common[i - start + 1, j - start] >= common[i - start, j - start + 1]))
            {
                // A changed line pairs with its successor so that both show the place.
                yield return ('-', Cut(was[i], j < endNow ? now[j] : ""));
                i++;
            }
            else
            {
                yield return ('+', Cut(now[j], i > start ? was[i - 1] : ""));
                j++;
            }
        }
    }

    private static IEnumerable<(char Sign, string Line)> Unaligned(string[] was, string[] now)
    {
        for (var i = 0; i < Math.Max(was.Length, now.Length); i++)
        {
            var (old, current) = (i < was.Length ? was[i] : null, i < now.Length ? now[i] : null);
            if (old == current) continue;
            if (old is not null) yield return ('-', Cut(old, current ?? ""));
            if (current is not null) yield return ('+', Cut(current, old ?? ""));
        }
    }

    // A long line is shown around the first character that differs from its counterpart.
    private static string Cut(string line, string other)
    {
        if (line.Length <= WidthLimit) return line;
        var place = 0;
        while (place < line.Length && place < other.Length && line[place] == other[place]) place++;
        var from = Math.Max(0, Math.Min(place - 40, line.Length - WidthLimit));
        return $"{(from > 0 ? "..." : "")}{line.AsSpan(from, Math.Min(WidthLimit, line.Length - from))}{(from + WidthLimit < line.Length ? "..." : "")}";
    }
}
