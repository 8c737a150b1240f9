using System.Globalization;
using System.Text;
using Seq2Seq.Text;

namespace Seq2Seq.Metrics;

/// <summary>How much of a reference summary a summary says, 0 to 1.</summary>
/// <remarks>
/// Lin 2004. ROUGE-N: shared n-grams over those of the reference (recall), over those of the summary (precision), and
/// F1 of the two. ROUGE-L: the same with the longest common subsequence, which may have gaps; a whole text is one
/// sequence (section 3.1), not the union over its sentences (3.2, elsewhere called ROUGE-Lsum): the two agree on summaries of
/// one sentence. A corpus has the mean over its texts; of several references the best one counts. Words are runs of letters and digits in lower case,
/// without stemming; every Chinese character is a word.
/// </remarks>
public sealed class Rouge : Metric<RougeScore>
{
    private readonly int _order;

    private Rouge(string name, int order)
    {
        Name = name;
        _order = order;
    }

    /// <summary>ROUGE-1: words.</summary>
    public static Rouge One { get; } = N(1);

    /// <summary>ROUGE-2: pairs of neighbours.</summary>
    public static Rouge Two { get; } = N(2);

    /// <summary>ROUGE-L: words in order, gaps allowed.</summary>
    public static Rouge L { get; } = new("ROUGE-L", 0);

    /// <inheritdoc/>
    public override string Name { get; }

    /// <summary>ROUGE-N.</summary>
    public static Rouge N(int order)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(order);
        return new Rouge(string.Create(CultureInfo.InvariantCulture, $"ROUGE-{order}"), order);
    }

    /// <inheritdoc/>
    public override string Signature(int references = 1) =>
        string.Create(CultureInfo.InvariantCulture, $"nrefs:{CountName(references)}|case:lc|stem:no|{MetricScore.Version}");

    /// <summary>Precision, recall, F1 and 1.</summary>
    public override double[] Statistics(string hypothesis, params IReadOnlyList<string> references)
    {
        ArgumentNullException.ThrowIfNull(hypothesis);
        ArgumentNullException.ThrowIfNull(references);
        var words = Words(hypothesis);
        return references.Select(reference => Compare(words, Words(reference))).MaxBy(statistics => statistics[2])!;
    }

    private protected override RougeScore Describe(ReadOnlySpan<double> sums, int references) =>
        new(Name, Signature(references), sums[0] / sums[3], sums[1] / sums[3], sums[2] / sums[3]);

    private double[] Compare(string[] words, string[] reference)
    {
        if (_order == 0) return Statistics(CommonSubsequence(words, reference), words.Length, reference.Length);
        var (ours, theirs) = (NGrams.Count(words, _order), NGrams.Count(reference, _order));
        return Statistics(NGrams.Overlap(ours, theirs), ours.Values.Sum(), theirs.Values.Sum());
    }

    private static double[] Statistics(int shared, int ours, int theirs)
    {
        var precision = ours > 0 ? (double)shared / ours : 0;
        var recall = theirs > 0 ? (double)shared / theirs : 0;
        return [precision, recall, FScore.Of(precision, recall), 1];
    }

    private static int CommonSubsequence(string[] first, string[] second)
    {
        var row = new int[second.Length + 1];
        foreach (var word in first)
        {
            var diagonal = 0;
            for (var j = 1; j <= second.Length; j++)
            {
                var longest = word == second[j - 1] ? diagonal + 1 : Math.Max(row[j], row[j - 1]);
                diagonal = row[j];
                row[j] = longest;
            }
        }

        return row[^1];
    }

    private static string[] Words(string text)
    {
        var spread = new StringBuilder();
        foreach (var rune in text.ToLowerInvariant().EnumerateRunes())
        {
            switch (Scripts.Of(rune))
            {
                case Script.Ideograph:
                    spread.Append(' ').Append(rune.ToString()).Append(' ');
                    break;
                case Script.Letter or Script.Digit when rune.Value != '_':
                    spread.Append(rune.ToString());
                    break;
                default:
                    spread.Append(' ');
                    break;
            }
        }

        return BleuTokeniser.Words(spread.ToString());
    }
}

/// <summary>ROUGE and its parts, 0 to 1. The value is F1.</summary>
/// <param name="Name">Which ROUGE.</param>
/// <param name="Signature">The settings behind it.</param>
/// <param name="Precision">Share of the summary that is in the reference.</param>
/// <param name="Recall">Share of the reference that is in the summary.</param>
/// <param name="F1">Mean over the texts of their F1.</param>
public sealed record RougeScore(string Name, string Signature, double Precision, double Recall, double F1)
    : MetricScore(Name, F1, Signature)
{
    /// <summary>The three numbers.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Name} = {F1:0.0000} (precision {Precision:0.0000}, recall {Recall:0.0000})");
}
