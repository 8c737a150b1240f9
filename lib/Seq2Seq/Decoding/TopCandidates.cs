namespace Seq2Seq.Decoding;

/// <summary>The best continuations of several partial outputs. Of equal ones the earlier output wins, then the smaller id.</summary>
internal sealed class TopCandidates(int count)
{
    // Sorted, the best first; short enough that insertion beats a heap.
    private readonly List<(double LogProbability, int Parent, int Token)> _best = new(count + 1);

    public void Offer(ReadOnlySpan<float> scores, double sofar, int parent)
    {
        for (var token = 0; token < scores.Length; token++) Offer(scores[token], sofar, parent, token);
    }

    /// <summary>Takes one continuation; those of a parent must come in the order in which equal ones shall stand.</summary>
    public void Offer(float score, double sofar, int parent, int token)
    {
        // A sum of floats in double: what greedy search adds up, too.
        var total = sofar + score;
        if (_best.Count == count && !(total > _best[^1].LogProbability)) return;
        if (float.IsNegativeInfinity(score)) return;
        var place = _best.Count;
        while (place > 0 && total > _best[place - 1].LogProbability) place--;
        _best.Insert(place, (total, parent, token));
        if (_best.Count > count) _best.RemoveAt(count);
    }

    public IReadOnlyList<(double LogProbability, int Parent, int Token)> Ranked() => _best;
}
