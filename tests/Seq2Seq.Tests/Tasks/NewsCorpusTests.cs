using System.Text.RegularExpressions;
using Seq2Seq.Tasks;

namespace Seq2Seq.Tests.Tasks;

public sealed partial class NewsCorpusTests
{
    private static readonly IReadOnlyList<NewsItem> s_items = NewsCorpus.Generate();

    [Fact]
    public void Every_name_and_number_of_a_summary_stands_in_its_report()
    {
        foreach (var item in s_items)
        {
            var facts = Facts().Matches(item.Summary).Select(match => match.Value).Where(fact => fact != "A").ToArray();

            Assert.NotEmpty(facts);
            Assert.All(facts, fact => Assert.Contains(fact, item.Article, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_first_sentence_is_never_enough()
    {
        foreach (var item in s_items)
        {
            var lead = item.Article[..(item.Article.IndexOf(". ", StringComparison.Ordinal) + 1)];
            var missing = Facts().Matches(item.Summary).Select(match => match.Value)
                .Where(fact => fact != "A" && !lead.Contains(fact, StringComparison.Ordinal)).ToArray();

            Assert.True(missing.Length > 0 || !lead.Contains(item.Summary[^8..], StringComparison.Ordinal), item.ToString());
            Assert.NotEqual(lead, item.Summary);
        }
    }

    [Fact]
    public void Most_names_of_the_end_are_new()
    {
        var known = Names(s_items.Take(1200));
        var later = Names(s_items.Skip(1200));

        Assert.True(later.Count(name => !known.Contains(name)) > later.Count / 3, $"{later.Count(name => !known.Contains(name))} of {later.Count}");
        Assert.Equal(s_items.Count, s_items.Select(item => item.Article).Distinct().Count());
        Assert.All(s_items, item => Assert.InRange(item.Article.Split(". ").Length, 4, 6));
    }

    private static HashSet<string> Names(IEnumerable<NewsItem> items) =>
        [.. items.SelectMany(item => Name().Matches(item.Summary)).Select(match => match.Value)];

    [GeneratedRegex(@"\b[A-Z]\w*|\b\d[\d,]*")]
    private static partial Regex Facts();

    [GeneratedRegex(@"\b[A-Z]\w+")]
    private static partial Regex Name();
}
