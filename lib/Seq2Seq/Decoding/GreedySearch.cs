using Seq2Seq.Models;

namespace Seq2Seq.Decoding;

/// <summary>Takes the most probable token at each step.</summary>
public static class GreedySearch
{
    /// <summary>One output for each source; sources of any lengths at once.</summary>
    public static IReadOnlyList<SearchResult> Decode(
        IStepwise model, IReadOnlyList<long[]> sources, SearchOptions? options = null) =>
        StepwiseDecoder.Decode(model, sources, options ?? new SearchOptions(), choose: null);
}
