using System.Globalization;

namespace Seq2Seq.Metrics;

/// <summary>Translation edit rate: edits per reference word where moving a phrase costs one edit. 0 is perfect, 100 a
/// rewrite.</summary>
/// <remarks>
/// Snover et al. 2006: 100 · (insertions + deletions + substitutions + shifts) / mean reference length. The cheapest
/// sequence of shifts is searched greedily, with the limits of their program: at most 10 words are moved by at most 50
/// places, and edits are counted near the diagonal (25 words to either side). As in sacreBLEU's default, words are what white space parts, in lower case, and of several references the
/// one with the fewest edits counts.
/// </remarks>
public sealed class Ter : Metric<MetricScore>
{
    /// <inheritdoc/>
    public override string Name => "TER";

    /// <inheritdoc/>
    public override bool HigherIsBetter => false;

    /// <summary>Compare with upper and lower case.</summary>
    public bool CaseSensitive { get; init; }

    /// <inheritdoc/>
    public override string Signature(int references = 1) => string.Create(CultureInfo.InvariantCulture,
        $"nrefs:{CountName(references)}|case:{(CaseSensitive ? "mixed" : "lc")}|tok:tercom|norm:no|punct:yes|asian:no|{MetricScore.Version}");

    /// <summary>Edits and the mean length of the references.</summary>
    public override double[] Statistics(string hypothesis, params IReadOnlyList<string> references)
    {
        ArgumentNullException.ThrowIfNull(hypothesis);
        ArgumentNullException.ThrowIfNull(references);
        var words = Words(hypothesis);
        var cut = Written(references).Select(Words).ToArray();
        return [cut.Min(reference => ShiftSearch.Edits(words, reference)), cut.Average(reference => reference.Length)];
    }

    private protected override MetricScore Describe(ReadOnlySpan<double> sums, int references) =>
        new(Name, 100 * ErrorRateScore.Rate(sums[0], sums[1]), Signature(references));

    private string[] Words(string text) => BleuTokeniser.Words(CaseSensitive ? text : text.ToLowerInvariant());
}
