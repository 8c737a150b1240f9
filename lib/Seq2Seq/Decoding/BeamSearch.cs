using Seq2Seq.Models;

namespace Seq2Seq.Decoding;

/// <summary>Keeps the most probable partial outputs at each step.</summary>
/// <remarks>
/// At every step the <c>Width</c> best continuations of all partial outputs stay; those that end leave the beam. A sentence is done when
/// enough outputs have ended and no partial one could still overtake them. With width 1 this is greedy search; with a width no smaller
/// than the number of all outputs it finds the best of all.
/// </remarks>
public static class BeamSearch
{
    /// <summary>The best outputs of each source, all sources at once.</summary>
    public static IReadOnlyList<SearchResult> Decode(
        IStepwise model, IReadOnlyList<long[]> sources, BeamOptions? options = null)
    {
        var asked = options ?? new BeamOptions();
        if (asked.Width < 1 || asked.Best < 1 || asked.Best > asked.Width)
        {
            throw new ArgumentException(
                $"BeamSearch: got width {asked.Width} and the {asked.Best} best; expected 1 <= Best <= Width.", nameof(options));
        }

        var required = new RequiredPhrases(asked.Required);
        if (asked.MaximumLength <= required.TokenCount && required.TokenCount > 0)
        {
            throw new ArgumentException(
                $"BeamSearch: got required phrases of {required.TokenCount} tokens for outputs of at most {asked.MaximumLength} with the "
                + "end; raise MaximumLength or require less.", nameof(options));
        }

        if (sources.Count == 0) return [];
        using var noGradient = no_grad();
        using var everything = NewDisposeScope();
        var (source, lengths) = SourceBatch.Of(sources);
        var found = new SearchResult[sources.Count];
        // What a caller gave us to call, and models that are not ours, must not be called from two threads.
        var isShared = model is Seq2SeqModel { training: false } && asked.Allowed is null;
        SentenceShares.Run(sources.Count, isShared ? asked.Width : null, (first, count) =>
            Decode(model, source.narrow(0, first, count), lengths.narrow(0, first, count), asked, required).CopyTo(found, first));
        return found;
    }

    private static SearchResult[] Decode(
        IStepwise model, Tensor source, Tensor lengths, BeamOptions asked, RequiredPhrases required)
    {
        using var tokens = new KeptTokens();
        var state = tokens.Into(model.Start(source, lengths));
        var beams = Enumerable.Range(0, (int)source.size(0)).Select(_ => new Beam(asked, required)).ToArray();
        var live = beams;
        for (var step = 0; step < asked.MaximumLength && live.Length > 0; step++)
        {
            var (scores, next) = StepScores.Take(model, [.. live.SelectMany(beam => beam.Tokens)], state, live[0].Asked);
            if (step == 0) TokenFilter.Require(asked, scores.Vocabulary);
            var rows = new List<long>();
            var (first, isSameLayout) = (0, true);
            foreach (var beam in live)
            {
                var width = beam.Count;
                rows.AddRange(beam.Advance(scores, first).Select(row => (long)row));
                first += width;
                isSameLayout &= !beam.IsDone && beam.Count == width;
            }

            live = [.. live.Where(beam => !beam.IsDone)];
            // Where every row still reads the sentence it read, the sentences stay where they are.
            if (live.Length > 0) state = isSameLayout ? next.Reorder(tensor(rows.ToArray())) : next.Take(tensor(rows.ToArray()));
        }

        return [.. beams.Select(beam => beam.Result())];
    }
}
