using System.Globalization;

namespace Seq2Seq.Metrics;

/// <summary>Share of texts that equal a reference, 0 to 1.</summary>
public sealed class ExactMatch : Metric<MetricScore>
{
    /// <inheritdoc/>
    public override string Name => "ExactMatch";

    /// <summary>Compare answers as SQuAD does: in lower case, without punctuation and articles (Rajpurkar et al.
    /// 2016).</summary>
    public bool AsAnswers { get; init; }

    /// <inheritdoc/>
    public override string Signature(int references = 1) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"nrefs:{CountName(references)}|norm:{(AsAnswers ? "squad" : "spaces")}|{MetricScore.Version}");

    /// <summary>1 or 0, and 1.</summary>
    public override double[] Statistics(string hypothesis, params IReadOnlyList<string> references)
    {
        ArgumentNullException.ThrowIfNull(hypothesis);
        ArgumentNullException.ThrowIfNull(references);
        return [references.Any(reference => Words(reference).SequenceEqual(Words(hypothesis))) ? 1 : 0, 1];
    }

    private protected override MetricScore Describe(ReadOnlySpan<double> sums, int references) =>
        new(Name, sums[0] / sums[1], Signature(references));

    private string[] Words(string text) => AsAnswers ? Answer.Words(text) : BleuTokeniser.Words(text);
}
