using System.Globalization;

namespace Seq2Seq.Metrics;

/// <summary>Mean F1 of the words of an answer against those of the reference, 0 to 1: half right counts half.</summary>
/// <remarks>
/// Rajpurkar et al. 2016 (SQuAD): the words as a bag, in lower case, without punctuation and articles; of several
/// references the best counts. If one of the two has no words, they must both have none. Every Chinese character is a
/// word, as in Cui et al. 2019 (CMRC).
/// </remarks>
public sealed class AnswerF1 : Metric<MetricScore>
{
    /// <inheritdoc/>
    public override string Name => "F1";

    /// <inheritdoc/>
    public override string Signature(int references = 1) =>
        string.Create(CultureInfo.InvariantCulture, $"nrefs:{CountName(references)}|norm:squad|{MetricScore.Version}");

    /// <summary>F1 and 1.</summary>
    public override double[] Statistics(string hypothesis, params IReadOnlyList<string> references)
    {
        ArgumentNullException.ThrowIfNull(hypothesis);
        ArgumentNullException.ThrowIfNull(references);
        return [references.Max(reference => Compare(Answer.Words(hypothesis), Answer.Words(reference))), 1];
    }

    private protected override MetricScore Describe(ReadOnlySpan<double> sums, int references) =>
        new(Name, sums[0] / sums[1], Signature(references));

    private static double Compare(string[] words, string[] reference)
    {
        if (words.Length == 0 || reference.Length == 0) return words.Length == reference.Length ? 1 : 0;
        double shared = NGrams.Overlap(NGrams.Count(words, 1), NGrams.Count(reference, 1));
        return FScore.Of(shared / words.Length, shared / reference.Length);
    }
}
