namespace Seq2Seq.Text;

/// <summary>Learns byte-pair merges. Counts change only around a merge, so each merge costs its occurrences, not the
/// corpus.</summary>
internal sealed class BpeTrainer
{
    private readonly List<string> _pieces = [];
    private readonly Dictionary<string, int> _pieceIds = new(StringComparer.Ordinal);
    private readonly List<int[]> _words = [];
    private readonly List<long> _wordCounts = [];
    private readonly Dictionary<(int Left, int Right), long> _pairCounts = [];
    private readonly Dictionary<(int Left, int Right), HashSet<int>> _wordsWith = [];
    private readonly PriorityQueue<(int Left, int Right), Priority> _queue = new();

    public BpeTrainer(Dictionary<string, long> wordCounts, int minimumCount)
    {
        var letterCounts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (word, count) in wordCounts)
        {
            foreach (var rune in word.EnumerateRunes())
            {
                var letter = rune.ToString();
                letterCounts[letter] = letterCounts.GetValueOrDefault(letter) + count;
            }
        }

        var known = letterCounts.Where(pair => pair.Value >= minimumCount && pair.Key != BpeTokeniser.WrittenMark)
            .Select(pair => pair.Key);
        Alphabet = [.. known.Order(StringComparer.Ordinal)];
        foreach (var letter in Alphabet) IdOf(letter);
        foreach (var (word, count) in wordCounts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            AddWord(word, count);
        foreach (var pair in _pairCounts.Keys) Enqueue(pair);
    }

    public IReadOnlyList<string> Alphabet { get; }

    public IEnumerable<BpeMerge> Learn(int merges)
    {
        while (merges > 0 && _queue.TryDequeue(out var pair, out var priority))
        {
            var count = _pairCounts.GetValueOrDefault(pair);
            if (count != priority.Count)
            {
                // The count has fallen since: back into the queue with the true one.
                if (count > 1) Enqueue(pair);
                continue;
            }

            if (count < 2) yield break;
            var merge = new BpeMerge(_pieces[pair.Left], _pieces[pair.Right]);
            Apply(pair, IdOf(merge.Piece));
            merges--;
            yield return merge;
        }
    }

    // Runs of known letters; a letter left to the bytes parts its word.
    private void AddWord(string word, long count)
    {
        var run = new List<int>();
        foreach (var rune in word.EnumerateRunes())
        {
            if (_pieceIds.TryGetValue(rune.ToString(), out var id)) run.Add(id);
            else Flush();
        }

        Flush();

        void Flush()
        {
            if (run.Count > 1)
            {
                _words.Add([.. run]);
                _wordCounts.Add(count);
                CountPairs(_words.Count - 1, +1);
            }

            run.Clear();
        }
    }

    private void CountPairs(int word, int sign)
    {
        var pieces = _words[word];
        for (var i = 0; i + 1 < pieces.Length; i++)
        {
            var pair = (pieces[i], pieces[i + 1]);
            _pairCounts[pair] = _pairCounts.GetValueOrDefault(pair) + sign * _wordCounts[word];
            if (!_wordsWith.TryGetValue(pair, out var words)) _wordsWith[pair] = words = [];
            if (sign > 0) words.Add(word);
            else words.Remove(word);
        }
    }

    private void Apply((int Left, int Right) pair, int piece)
    {
        var changed = new HashSet<(int, int)>();
        foreach (var word in _wordsWith[pair].Order().ToArray())
        {
            CountPairs(word, -1);
            var merged = new List<int>(_words[word].Length);
            foreach (var id in _words[word])
            {
                if (merged.Count > 0 && merged[^1] == pair.Left && id == pair.Right) merged[^1] = piece;
                else merged.Add(id);
            }

            _words[word] = [.. merged];
            CountPairs(word, +1);
            for (var i = 0; i + 1 < merged.Count; i++)
            {
                if (merged[i] == piece || merged[i + 1] == piece) changed.Add((merged[i], merged[i + 1]));
            }
        }

        _pairCounts.Remove(pair);
        _wordsWith.Remove(pair);
        foreach (var next in changed) Enqueue(next);
    }

    private void Enqueue((int Left, int Right) pair)
    {
        var count = _pairCounts.GetValueOrDefault(pair);
        if (count > 1) _queue.Enqueue(pair, new Priority(count, _pieces[pair.Left], _pieces[pair.Right]));
    }

    private int IdOf(string piece)
    {
        if (_pieceIds.TryGetValue(piece, out var id)) return id;
        _pieceIds[piece] = _pieces.Count;
        _pieces.Add(piece);
        return _pieces.Count - 1;
    }

    // The higher count first; equal counts in the order of their spelling, so that no hash table decides.
    private readonly record struct Priority(long Count, string Left, string Right) : IComparable<Priority>
    {
        public int CompareTo(Priority other)
        {
            var byCount = other.Count.CompareTo(Count);
            if (byCount != 0) return byCount;
            var byLeft = string.CompareOrdinal(Left, other.Left);
            return byLeft != 0 ? byLeft : string.CompareOrdinal(Right, other.Right);
        }
    }
}
