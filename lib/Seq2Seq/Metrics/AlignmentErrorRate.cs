using System.Globalization;

namespace Seq2Seq.Metrics;

/// <summary>A source token and the target token it was translated to.</summary>
/// <param name="Source">Place in the source, from 0.</param>
/// <param name="Target">Place in the target, from 0.</param>
public readonly record struct AlignmentLink(int Source, int Target)
{
    /// <summary>Reads "0-0 1-2", the usual notation: source, hyphen, target.</summary>
    public static IReadOnlyList<AlignmentLink> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. BleuTokeniser.Words(text).Select(word =>
            word.Split('-') is [var source, var target] && Place(source, out var s) && Place(target, out var t)
                ? new AlignmentLink(s, t)
                : throw new FormatException(
                    $"AlignmentLink.Parse: '{word}'; expected pairs such as 0-2: source place, hyphen, target place."))];
    }

    /// <summary>For each target token the source token it attends to most, (T, S) weights: what attention says about
    /// alignment.</summary>
    /// <param name="weights">Attention weights, a row for each target token.</param>
    /// <param name="threshold">Weights below it make no link.</param>
    public static IReadOnlyList<AlignmentLink> FromAttention(float[,] weights, float threshold = 0)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var links = new List<AlignmentLink>();
        for (var t = 0; t < weights.GetLength(0) && weights.GetLength(1) > 0; t++)
        {
            var most = 0;
            for (var s = 1; s < weights.GetLength(1); s++)
            {
                if (weights[t, s] > weights[t, most]) most = s;
            }

            if (weights[t, most] >= threshold) links.Add(new AlignmentLink(most, t));
        }

        return links;
    }

    /// <summary>"0-2".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Source}-{Target}");

    private static bool Place(string text, out int place) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out place);
}

/// <summary>How far found links are from those that people drew. 0 is perfect.</summary>
/// <remarks>
/// Och and Ney 2003: AER = 1 − (|A∩S| + |A∩P|) / (|A| + |S|), precision |A∩P| / |A|, recall |A∩S| / |S|, with A the
/// found links, S the sure ones and P the possible ones, S among them. The counts are summed over the corpus.
/// </remarks>
/// <param name="Found">|A|.</param>
/// <param name="Sure">|S|.</param>
/// <param name="FoundSure">|A∩S|.</param>
/// <param name="FoundPossible">|A∩P|.</param>
public sealed record AlignmentErrorRate(int Found, int Sure, int FoundSure, int FoundPossible)
{
    /// <summary>The error rate; 0 where there is nothing to find and nothing was found.</summary>
    public double Value => Found + Sure == 0 ? 0 : 1 - (double)(FoundSure + FoundPossible) / (Found + Sure);

    /// <summary>Share of found links that are possible.</summary>
    public double Precision => Found > 0 ? (double)FoundPossible / Found : 0;

    /// <summary>Share of sure links that were found.</summary>
    public double Recall => Sure > 0 ? (double)FoundSure / Sure : 0;

    /// <summary>Scores one sentence. Without possible links: all are sure.</summary>
    public static AlignmentErrorRate Of(
        IEnumerable<AlignmentLink> found, IEnumerable<AlignmentLink> sure, IEnumerable<AlignmentLink>? possible = null)
    {
        var sureLinks = sure.ToHashSet();
        var possibleLinks = (possible ?? []).Concat(sureLinks).ToHashSet();
        var foundLinks = found.ToHashSet();
        return new AlignmentErrorRate(
            foundLinks.Count,
            sureLinks.Count,
            foundLinks.Count(sureLinks.Contains),
            foundLinks.Count(possibleLinks.Contains));
    }

    /// <summary>Adds up sentences to the score of a corpus.</summary>
    public static AlignmentErrorRate Sum(IEnumerable<AlignmentErrorRate> sentences) => sentences.Aggregate(
        new AlignmentErrorRate(0, 0, 0, 0),
        (sum, one) =>
            new AlignmentErrorRate(
                sum.Found + one.Found,
                sum.Sure + one.Sure,
                sum.FoundSure + one.FoundSure,
                sum.FoundPossible + one.FoundPossible));

    /// <summary>The three numbers.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"AER = {Value:0.0000} (precision {Precision:0.0000}, recall {Recall:0.0000})");
}
