namespace Seq2Seq.Metrics;

/// <summary>What turns one sequence into another at one place.</summary>
public enum Edit
{
    /// <summary>Nothing: both have the same here.</summary>
    Keep,

    /// <summary>Another token.</summary>
    Substitute,

    /// <summary>A token of the first is too much.</summary>
    Delete,

    /// <summary>A token of the second is missing.</summary>
    Insert,
}

/// <summary>How few insertions, deletions and substitutions turn one sequence into another. (Levenshtein
/// 1966.)</summary>
public static class EditDistance
{
    /// <summary>The number of edits.</summary>
    public static int Between<T>(IReadOnlyList<T> from, IReadOnlyList<T> to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var same = EqualityComparer<T>.Default;
        var row = Enumerable.Range(0, to.Count + 1).ToArray();
        foreach (var token in from)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= to.Count; j++)
            {
                var change = diagonal + (same.Equals(token, to[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }

    /// <summary>The number of edits between two texts, character by character.</summary>
    public static int Between(string from, string to) => Between(Characters(from), Characters(to));

    /// <summary>The edits themselves, from start to end. Of equally short ways, one with substitutions as late as
    /// possible.</summary>
    public static IReadOnlyList<Edit> Path<T>(IReadOnlyList<T> from, IReadOnlyList<T> to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var same = EqualityComparer<T>.Default;
        var distance = new int[from.Count + 1, to.Count + 1];
        for (var i = 0; i <= from.Count; i++)
        {
            for (var j = 0; j <= to.Count; j++)
            {
                distance[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(
                        distance[i - 1, j - 1] + (same.Equals(from[i - 1], to[j - 1]) ? 0 : 1),
                        1 + Math.Min(distance[i - 1, j], distance[i, j - 1]));
            }
        }

        var path = new Stack<Edit>();
        for (var (i, j) = (from.Count, to.Count); i > 0 || j > 0;)
        {
            var kept = i > 0 && j > 0 && same.Equals(from[i - 1], to[j - 1]);
            var edit = i > 0 && j > 0 && distance[i, j] == distance[i - 1, j - 1] + (kept ? 0 : 1)
                ? (kept ? Edit.Keep : Edit.Substitute)
                : i > 0 && distance[i, j] == distance[i - 1, j] + 1 ? Edit.Delete
                : Edit.Insert;
            path.Push(edit);
            if (edit != Edit.Insert) i--;
            if (edit != Edit.Delete) j--;
        }

        return [.. path];
    }

    internal static string[] Characters(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.EnumerateRunes().Select(rune => rune.ToString())];
    }
}
