namespace Seq2Seq.Metrics;

/// <summary>Edit distances that keep near the diagonal, as the programs that compute TER do.</summary>
/// <remarks>
/// Row i of the table holds only the columns within 25 of i · m / n (n words against m), in the last row also all behind: sacreBLEU's
/// limits. What moves further than that is not seen as moved; nearer, the distance is Levenshtein's.
/// </remarks>
internal static class EditBand
{
    private const int Width = 25;
    private const int Never = int.MaxValue / 2;

    /// <summary>Distances of all beginnings of <paramref name="words"/> and <paramref name="reference"/>, (n + 1, m + 1).</summary>
    public static int[,] Table(string[] words, string[] reference)
    {
        var (n, m) = (words.Length, reference.Length);
        var ratio = n > 0 ? (double)m / n : 1;
        var width = ratio / 2 > Width ? (int)Math.Ceiling(ratio / 2 + Width) : Width;
        var distance = new int[n + 1, m + 1];
        for (var j = 0; j <= m; j++) distance[0, j] = j;
        for (var i = 1; i <= n; i++)
        {
            var middle = (int)Math.Floor(i * ratio);
            var end = i == n ? m + 1 : Math.Min(m + 1, middle + width);
            for (var j = 0; j <= m; j++)
            {
                distance[i, j] = j < middle - width || j >= end ? Never
                    : j == 0 ? distance[i - 1, j] + 1
                    : Math.Min(
                        distance[i - 1, j - 1] + (words[i - 1] == reference[j - 1] ? 0 : 1),
                        1 + Math.Min(distance[i - 1, j], distance[i, j - 1]));
            }
        }

        return distance;
    }

    /// <summary>The distance of the whole sequences.</summary>
    public static int Between(string[] words, string[] reference) => Table(words, reference)[words.Length, reference.Length];
}
