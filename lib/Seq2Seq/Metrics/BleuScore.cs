using System.Globalization;

namespace Seq2Seq.Metrics;

/// <summary>BLEU and what it is made of.</summary>
/// <param name="Value">The score, 0 to 100.</param>
/// <param name="Signature">The settings behind it.</param>
/// <param name="Precisions">Precision of each n-gram order after smoothing, 0 to 100.</param>
/// <param name="BrevityPenalty">1, or less if the translations are too short.</param>
/// <param name="HypothesisLength">Tokens of all translations.</param>
/// <param name="ReferenceLength">Tokens of the references closest in length.</param>
/// <param name="Matches">Matched n-grams of each order.</param>
/// <param name="Totals">N-grams of each order.</param>
public sealed record BleuScore(
    double Value,
    string Signature,
    IReadOnlyList<double> Precisions,
    double BrevityPenalty,
    long HypothesisLength,
    long ReferenceLength,
    IReadOnlyList<double> Matches,
    IReadOnlyList<double> Totals) : MetricScore("BLEU", Value, Signature)
{
    /// <summary>The line sacreBLEU prints.</summary>
    public override string ToString()
    {
        var precisions = string.Join(
            '/', Precisions.Select(precision => precision.ToString("0.0", CultureInfo.InvariantCulture)));
        var ratio = ReferenceLength > 0 ? (double)HypothesisLength / ReferenceLength : 0;
        return string.Create(CultureInfo.InvariantCulture,
            $"BLEU = {Value:0.00} {precisions} (BP = {BrevityPenalty:0.000} ratio = {ratio:0.000} hyp_len = {HypothesisLength} ref_len = {ReferenceLength})");
    }
}
