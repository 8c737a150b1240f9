using Seq2Seq.Text;

namespace Seq2Seq.Tasks;

/// <summary>A short news report and the one sentence that says what happened.</summary>
/// <param name="Article">The report: three to five sentences.</param>
/// <param name="Summary">Its summary: names and numbers of the report, in other words.</param>
public sealed record NewsItem(string Article, string Summary)
{
    /// <summary>The line of a TSV file.</summary>
    public override string ToString() => $"{Article}\t{Summary}";
}

/// <summary>Invented local news with summaries: a name is seldom seen twice, so a summariser has to copy.</summary>
/// <remarks>
/// Six kinds of event. The first sentence never has all that the summary needs, and one sentence in each report has nothing to do with it.
/// The same arguments give the same reports on every machine. Places, people and firms are built from syllables and are nobody's.
/// </remarks>
public static class NewsCorpus
{
    /// <summary>Reports with distinct texts.</summary>
    public static IReadOnlyList<NewsItem> Generate(int count = 1500, long seed = 11)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var random = new SeededRandom(seed);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var items = new List<NewsItem>(count);
        while (items.Count < count)
        {
            var item = NewsEvents.Kinds[items.Count % NewsEvents.Kinds.Count](new NewsWriter(random));
            if (seen.Add(item.Article)) items.Add(item);
        }

        return items;
    }
}
