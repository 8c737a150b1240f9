namespace Seq2Seq.Models;

/// <summary>R sequences that go on from P states, of which each is there once: what follows from a state alone need be computed only once.</summary>
/// <param name="Rows">The state that each sequence goes on from, Int64 (R).</param>
/// <param name="First">A sequence that goes on from each state, Int64 (P): the first.</param>
public sealed record SharedStates(Tensor Rows, Tensor First)
{
    /// <summary>Of all states the ones that are named, in rising order, and who goes on from which; null if each is named once.</summary>
    public static (Tensor Kept, SharedStates? Shared) Of(Tensor rows)
    {
        var named = rows.data<long>().ToArray();
        var kept = named.Distinct().Order().ToArray();
        if (kept.Length == named.Length) return (rows, null);
        var places = named.Select(row => (long)Array.BinarySearch(kept, row)).ToArray();
        var first = new long[kept.Length];
        for (var i = places.Length - 1; i >= 0; i--) first[places[i]] = i;
        return (tensor(kept), new SharedStates(tensor(places), tensor(first)));
    }
}
