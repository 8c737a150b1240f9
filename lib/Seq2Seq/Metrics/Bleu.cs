using System.Globalization;

namespace Seq2Seq.Metrics;

/// <summary>How BLEU treats an n-gram order without a match, which would make the whole score 0. (Chen and Cherry
/// 2014.)</summary>
public enum BleuSmoothing
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>A small number of matches (<see cref="Bleu.SmoothingValue"/>, 0.1) instead of none: their method
    /// 1.</summary>
    Floor,

    /// <summary>Adds <see cref="Bleu.SmoothingValue"/> (1) to matches and totals of all orders but the first: their
    /// method 2.</summary>
    AddK,

    /// <summary>1/2, 1/4, ... of a match for each order without one: their method 3, as NIST's script does.</summary>
    Exponential,
}

/// <summary>How many n-grams of a translation stand in a reference, 0 to 100.</summary>
/// <remarks>
/// Papineni et al. 2002: BLEU = BP · exp(¼ Σₙ log pₙ) with pₙ the share of the translation's n-grams found in a
/// reference (each at most as often as there) and BP = exp(1 − r/c) if the c tokens of all translations are fewer than
/// the r of the references closest in length, else 1. Tokenisation, smoothing and signature are those of sacreBLEU
/// (Post 2018), so scores can be compared with published ones.
/// </remarks>
public sealed class Bleu : Metric<BleuScore>
{
    /// <inheritdoc/>
    public override string Name => "BLEU";

    /// <summary>How texts are cut; <see cref="BleuTokenisation.Chinese"/> for Chinese.</summary>
    public BleuTokenisation Tokenisation { get; init; } = BleuTokenisation.ThirteenA;

    /// <summary>What happens to orders without a match.</summary>
    public BleuSmoothing Smoothing { get; init; } = BleuSmoothing.Exponential;

    /// <summary>The number <see cref="BleuSmoothing.Floor"/> and <see cref="BleuSmoothing.AddK"/> use; their usual one
    /// by default.</summary>
    public double? SmoothingValue { get; init; }

    /// <summary>Compare in lower case.</summary>
    public bool Lowercase { get; init; }

    /// <summary>Average only over the orders that the text is long enough for. <see cref="Metric{TScore}.Sentence"/>
    /// always does.</summary>
    public bool EffectiveOrder { get; init; }

    /// <summary>Longest n-gram.</summary>
    public int MaximumOrder { get; init; } = 4;

    /// <inheritdoc/>
    public override string Signature(int references = 1) => string.Create(CultureInfo.InvariantCulture,
        $"nrefs:{CountName(references)}|case:{(Lowercase ? "lc" : "mixed")}|eff:{(EffectiveOrder ? "yes" : "no")}|tok:{BleuTokeniser.NameOf(Tokenisation)}|smooth:{SmoothingName}|{MetricScore.Version}");

    /// <summary>Tokens of the hypothesis, of the closest reference; matches of each order; n-grams of each
    /// order.</summary>
    public override double[] Statistics(string hypothesis, params IReadOnlyList<string> references)
    {
        ArgumentNullException.ThrowIfNull(hypothesis);
        ArgumentNullException.ThrowIfNull(references);
        var tokens = Tokens(hypothesis);
        var referenceTokens = Written(references).Select(Tokens).ToArray();
        var statistics = new double[2 + 2 * MaximumOrder];
        statistics[0] = tokens.Length;

        // The closest length; of two equally close ones the shorter.
        statistics[1] = referenceTokens.Select(reference => reference.Length)
            .OrderBy(length => Math.Abs(length - tokens.Length)).ThenBy(length => length).First();
        for (var order = 1; order <= MaximumOrder; order++)
        {
            var allowed = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var reference in referenceTokens)
            {
                foreach (var (gram, count) in NGrams.Count(reference, order))
                    allowed[gram] = Math.Max(count, allowed.GetValueOrDefault(gram));
            }

            statistics[1 + order] = NGrams.Overlap(NGrams.Count(tokens, order), allowed);
            statistics[1 + MaximumOrder + order] = Math.Max(0, tokens.Length - order + 1);
        }

        return statistics;
    }

    /// <inheritdoc/>
    public override BleuScore Sentence(string hypothesis, params IReadOnlyList<string> references)
    {
        ArgumentNullException.ThrowIfNull(references);
        return EffectiveOrder ? Corpus([hypothesis], [references])
            : AtSentenceLevel().Corpus([hypothesis], [references]);
    }

    private protected override BleuScore Describe(ReadOnlySpan<double> sums, int references)
    {
        var (length, referenceLength) = (sums[0], sums[1]);
        var matches = sums.Slice(2, MaximumOrder).ToArray();
        var totals = sums.Slice(2 + MaximumOrder, MaximumOrder).ToArray();
        var brevity = length >= referenceLength ? 1 : length > 0 ? Math.Exp(1 - referenceLength / length) : 0;
        var precisions = new double[MaximumOrder];
        var value = matches.Any(count => count > 0) ? brevity * GeometricMean(matches, totals, precisions) : 0;
        return new BleuScore(value, Signature(references), precisions, brevity, (long)length, (long)referenceLength,
            sums.Slice(2, MaximumOrder).ToArray(), sums.Slice(2 + MaximumOrder, MaximumOrder).ToArray());
    }

    private double GeometricMean(double[] matches, double[] totals, double[] precisions)
    {
        var orders = MaximumOrder;
        var share = 1.0;
        for (var n = 0; n < MaximumOrder; n++)
        {
            if (Smoothing == BleuSmoothing.AddK && n > 0)
            {
                matches[n] += SmoothingValue ?? 1;
                totals[n] += SmoothingValue ?? 1;
            }

            if (totals[n] == 0) break;
            if (EffectiveOrder) orders = n + 1;
            if (matches[n] == 0 && Smoothing == BleuSmoothing.Exponential) share /= 2;
            precisions[n] = 100 / totals[n] * (matches[n], Smoothing) switch
            {
                ( > 0, _) => matches[n],
                (_, BleuSmoothing.Exponential) => share,
                (_, BleuSmoothing.Floor) => SmoothingValue ?? 0.1,
                _ => 0,
            };
        }

        var logs = 0.0;
        for (var n = 0; n < orders; n++) logs += Math.Log(precisions[n]);
        return Math.Exp(logs / orders);
    }

    private string[] Tokens(string text) =>
        BleuTokeniser.Tokenise(Lowercase ? text.ToLowerInvariant() : text, Tokenisation);

    private string SmoothingName => Smoothing switch
    {
        BleuSmoothing.None => "none",
        BleuSmoothing.Exponential => "exp",
        BleuSmoothing.Floor => string.Create(CultureInfo.InvariantCulture, $"floor[{SmoothingValue ?? 0.1:0.00}]"),
        _ => string.Create(CultureInfo.InvariantCulture, $"add-k[{SmoothingValue ?? 1:0.00}]"),
    };

    private Bleu AtSentenceLevel() => new()
    {
        Tokenisation = Tokenisation,
        Smoothing = Smoothing,
        SmoothingValue = SmoothingValue,
        Lowercase = Lowercase,
        EffectiveOrder = true,
        MaximumOrder = MaximumOrder,
    };
}
