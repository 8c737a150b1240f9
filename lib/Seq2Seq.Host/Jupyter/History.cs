using System.Text.RegularExpressions;

namespace Seq2Seq.Host.Jupyter;

/// <summary>The cells of this session that were to be remembered: number, code and the text of the result.</summary>
internal sealed class History
{
    private const int MaximumEntries = 10_000;
    private const long MaximumCharacters = 64L << 20;

    private readonly object _gate = new();
    private readonly LinkedList<HistoryEntry> _entries = new();
    private long _characters;

    /// <summary>Remembers a cell; the oldest ones go when there are too many.</summary>
    public void Add(HistoryEntry entry)
    {
        lock (_gate)
        {
            _entries.AddLast(entry);
            _characters += entry.Length;
            while (_entries.Count > MaximumEntries || (_characters > MaximumCharacters && _entries.Count > 1))
            {
                _characters -= _entries.First!.Value.Length;
                _entries.RemoveFirst();
            }
        }
    }

    /// <summary>The last cells, oldest first.</summary>
    public IReadOnlyList<HistoryEntry> Tail(int count) => [.. All().TakeLast(count)];

    /// <summary>The cells from <paramref name="start"/> up to but not including <paramref name="stop"/>.</summary>
    public IReadOnlyList<HistoryEntry> Range(int start, int? stop) =>
        [.. All().Where(entry => entry.Number >= start && (stop is null || entry.Number < stop))];

    /// <summary>The last cells that match a pattern of * and ?, oldest first; with <paramref name="unique"/> each text once.</summary>
    public IReadOnlyList<HistoryEntry> Search(string pattern, int? count, bool unique)
    {
        var expression = "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "$";
        var matcher = new Regex(expression, RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        var found = All().Where(entry => matcher.IsMatch(entry.Code));
        if (unique)
            found = found.Reverse().DistinctBy(entry => entry.Code, StringComparer.Ordinal).Reverse();
        return [.. count is { } last ? found.TakeLast(last) : found];
    }

    private HistoryEntry[] All()
    {
        lock (_gate)
            return [.. _entries];
    }
}

/// <summary>One remembered cell.</summary>
internal sealed record HistoryEntry(int Number, string Code, string? Output)
{
    /// <summary>How many characters it holds.</summary>
    public int Length => Code.Length + (Output?.Length ?? 0);
}
