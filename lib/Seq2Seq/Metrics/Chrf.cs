using System.Globalization;

namespace Seq2Seq.Metrics;

/// <summary>F-score of character n-grams, 0 to 100: needs no tokenisation and forgives a wrong ending.</summary>
/// <remarks>
/// Popović 2015: F_β = (1 + β²) P R / (β² P + R), with P and R the mean precision and recall over n-grams of 1 to 6
/// characters without spaces; β = 2 counts recall twice. With word n-grams up to 2 besides it is chrF++ (Popović 2017).
/// As in sacreBLEU 2, orders that one of the texts is too short for are left out of the means, a sentence counts no
/// n-grams of an order that its reference has none of, and of several references the one with the best score counts.
/// </remarks>
public sealed class Chrf : Metric<MetricScore>
{
    /// <summary>chrF++: word unigrams and bigrams besides.</summary>
    public static Chrf PlusPlus { get; } = new() { WordOrder = 2 };

    /// <inheritdoc/>
    public override string Name => WordOrder == 0 ? "chrF" + BetaName : "chrF" + BetaName + new string('+', WordOrder);

    /// <summary>Longest character n-gram.</summary>
    public int CharacterOrder { get; init; } = 6;

    /// <summary>Longest word n-gram; 0 for none.</summary>
    public int WordOrder { get; init; }

    /// <summary>How many times recall counts.</summary>
    public double Beta { get; init; } = 2;

    /// <summary>Compare in lower case.</summary>
    public bool Lowercase { get; init; }

    /// <summary>Count spaces as characters.</summary>
    public bool KeepSpaces { get; init; }

    private string BetaName => Beta.ToString("0.##", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string Signature(int references = 1) => string.Create(CultureInfo.InvariantCulture,
        $"nrefs:{CountName(references)}|case:{(Lowercase ? "lc" : "mixed")}|eff:yes|nc:{CharacterOrder}|nw:{WordOrder}|space:{(KeepSpaces ? "yes" : "no")}|{MetricScore.Version}");

    /// <summary>For each order: n-grams of the hypothesis, of the reference, of both.</summary>
    public override double[] Statistics(string hypothesis, params IReadOnlyList<string> references)
    {
        ArgumentNullException.ThrowIfNull(hypothesis);
        ArgumentNullException.ThrowIfNull(references);
        var grams = Grams(hypothesis);
        double[]? best = null;
        foreach (var reference in Written(references))
        {
            // Where the reference has no n-gram of an order, the hypothesis's cannot be right or wrong: they are not counted.
            var statistics = grams.Zip(Grams(reference)).SelectMany(pair => (double[])
                [pair.Second.Count > 0 ? pair.First.Values.Sum() : 0, pair.Second.Values.Sum(), NGrams.Overlap(pair.First, pair.Second)]).ToArray();
            if (best is null || Score(statistics) > Score(best)) best = statistics;
        }

        return best!;
    }

    private protected override MetricScore Describe(ReadOnlySpan<double> sums, int references)
    {
        var (precision, recall, orders) = (0.0, 0.0, 0);
        for (var i = 0; i < sums.Length; i += 3)
        {
            if (sums[i] == 0 || sums[i + 1] == 0) continue;
            precision += sums[i + 2] / sums[i];
            recall += sums[i + 2] / sums[i + 1];
            orders++;
        }

        if (precision + recall == 0) return new MetricScore(Name, 0, Signature(references));
        precision /= orders;
        recall /= orders;
        var weight = Beta * Beta;
        return new MetricScore(
            Name, 100 * (1 + weight) * precision * recall / (weight * precision + recall), Signature(references));
    }

    private List<Dictionary<string, int>> Grams(string text)
    {
        if (Lowercase) text = text.ToLowerInvariant();
        var words = BleuTokeniser.Words(text);
        var characters = (KeepSpaces ? text : string.Concat(words)).EnumerateRunes().Select(rune => rune.ToString())
            .ToArray();
        var grams = new List<Dictionary<string, int>>();
        for (var order = 1; order <= CharacterOrder; order++) grams.Add(NGrams.Count(characters, order, joint: ""));
        var parted = words.SelectMany(PartSign).ToArray();
        for (var order = 1; order <= WordOrder; order++) grams.Add(NGrams.Count(parted, order));
        return grams;
    }

    // One ASCII sign at the end of a word, or else at its start, is a word of its own.
    private static string[] PartSign(string word)
    {
        if (word.Length == 1) return [word];
        if (IsSign(word[^1])) return [word[..^1], word[^1..]];
        return IsSign(word[0]) ? [word[..1], word[1..]] : [word];
    }

    private static bool IsSign(char c) => char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c));
}
