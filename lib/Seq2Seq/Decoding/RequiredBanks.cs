using Seq2Seq.Text;

namespace Seq2Seq.Decoding;

/// <summary>The continuations of one step in banks: bank m holds those that have met m required tokens.</summary>
/// <remarks>Post and Vilar 2018, 3: every bank gets an equal share of the beam, what a bank cannot fill goes to the best of the others.</remarks>
internal sealed class RequiredBanks(RequiredPhrases required, int count)
{
    private readonly List<(double LogProbability, int Parent, int Token)>[] _banks =
        [.. Enumerable.Range(0, required.TokenCount + 1).Select(_ => new List<(double, int, int)>())];

    /// <summary>Takes the best continuations of one output, and those that a required phrase asks for.</summary>
    public void Offer(Span<float> scores, double sofar, int parent, long[] tokens)
    {
        if (required.Met(tokens) < required.TokenCount) scores[Vocabulary.EndId] = float.NegativeInfinity;
        var best = new TopCandidates(count);
        best.Offer(scores, sofar, parent);
        var chosen = best.Ranked().Select(candidate => candidate.Token).ToHashSet();
        foreach (var id in required.Next(tokens))
        {
            if (!float.IsNegativeInfinity(scores[(int)id])) chosen.Add((int)id);
        }

        long[] longer = [.. tokens, 0];
        foreach (var token in chosen)
        {
            longer[^1] = token;
            _banks[required.Met(longer)].Add((sofar + scores[token], parent, token));
        }
    }

    /// <summary>At most <c>count</c> continuations: first the <paramref name="width"/> that are kept, in the order of their probability.</summary>
    public IReadOnlyList<(double LogProbability, int Parent, int Token)> Ranked(int width)
    {
        foreach (var bank in _banks) bank.Sort(Compare);
        var kept = new List<(double LogProbability, int Parent, int Token)>();
        var share = width / _banks.Length;
        // What is over of an unequal division goes to the banks that are furthest.
        var larger = width - share * _banks.Length;
        for (var met = 0; met < _banks.Length; met++)
        {
            kept.AddRange(_banks[met].Take(share + (met >= _banks.Length - larger ? 1 : 0)));
        }

        // The furthest bank is never empty-handed: with it the search goes on towards the required tokens.
        if (kept.Count == 0 && Array.FindLast(_banks, bank => bank.Count > 0) is { } furthest) kept.Add(furthest[0]);
        var rest = _banks.SelectMany(bank => bank).Except(kept).Order(Comparer<(double, int, int)>.Create(Compare)).ToArray();
        var filled = kept.Concat(rest.Take(width - kept.Count)).Order(Comparer<(double, int, int)>.Create(Compare)).ToArray();
        return [.. filled, .. rest.Skip(width - kept.Count).Take(count - filled.Length)];
    }

    private static int Compare(
        (double LogProbability, int Parent, int Token) a, (double LogProbability, int Parent, int Token) b)
    {
        var order = b.LogProbability.CompareTo(a.LogProbability);
        if (order == 0) order = a.Parent.CompareTo(b.Parent);
        return order != 0 ? order : a.Token.CompareTo(b.Token);
    }
}
