using System.Globalization;
using System.Text;

namespace Seq2Seq.Metrics;

/// <summary>Which class was taken for which.</summary>
public sealed class ConfusionMatrix
{
    private readonly Dictionary<string, int> _places;
    private readonly long[,] _counts;

    private ConfusionMatrix(string[] labels)
    {
        Labels = labels;
        _places = Enumerable.Range(0, labels.Length).ToDictionary(i => labels[i], StringComparer.Ordinal);
        _counts = new long[labels.Length, labels.Length];
    }

    /// <summary>The classes; row and column i belong to the i-th.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>How many items there are.</summary>
    public long Total => Sum((_, _) => true);

    /// <summary>How many items of class <paramref name="gold"/> were called <paramref name="predicted"/>.</summary>
    public long this[string gold, string predicted] => _counts[Place(gold), Place(predicted)];

    /// <summary>Share of items on the diagonal, 0 to 1: also the micro-averaged precision, recall and F1.</summary>
    public double Accuracy => Ratio(Sum((gold, predicted) => gold == predicted), Total);

    /// <summary>Mean F1 of the classes, each counting the same.</summary>
    public double MacroF1 => Labels.Average(F1);

    /// <summary>Mean F1 of the classes, each counting by its items.</summary>
    public double WeightedF1 => Labels.Sum(label => F1(label) * Support(label)) / Total;

    /// <summary>Agreement beyond chance: 1 perfect, 0 what chance gives. (Cohen 1960.)</summary>
    /// <remarks>κ = (p₀ − pₑ) / (1 − pₑ), with p₀ the accuracy and pₑ = Σ_c p_gold(c) · p_predicted(c). 1 if both know
    /// one class only.</remarks>
    public double Kappa
    {
        get
        {
            var chance = Labels.Sum(label => (double)Support(label) / Total * Predicted(label) / Total);
            return chance < 1 ? (Accuracy - chance) / (1 - chance) : 1;
        }
    }

    /// <summary>Counts pairs of gold and predicted classes. Without a list of labels: those that occur, in ordinal
    /// order.</summary>
    public static ConfusionMatrix Of(
        IReadOnlyList<string> gold, IReadOnlyList<string> predicted, IReadOnlyList<string>? labels = null)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(predicted);
        if (gold.Count != predicted.Count || gold.Count == 0)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"ConfusionMatrix.Of: {gold.Count} gold and {predicted.Count} predicted labels; expected as many of both, at least one."));
        }

        var matrix = new ConfusionMatrix(
            [.. labels ?? [.. gold.Concat(predicted).Distinct().Order(StringComparer.Ordinal)]]);
        for (var i = 0; i < gold.Count; i++) matrix._counts[matrix.Place(gold[i]), matrix.Place(predicted[i])]++;
        return matrix;
    }

    /// <summary>Of the items called so, the share that are so; 0 if none is called so.</summary>
    public double Precision(string label) => Ratio(this[label, label], Predicted(label));

    /// <summary>Of the items that are so, the share called so; 0 if none is so.</summary>
    public double Recall(string label) => Ratio(this[label, label], Support(label));

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1(string label) => FScore.Of(Precision(label), Recall(label));

    /// <summary>How many items are of this class.</summary>
    public long Support(string label) => Sum((gold, _) => gold == Place(label));

    /// <summary>How many items were called so.</summary>
    public long Predicted(string label) => Sum((_, predicted) => predicted == Place(label));

    /// <summary>The counts: a row for each gold class, a column for each predicted one.</summary>
    public long[,] ToArray() => (long[,])_counts.Clone();

    /// <summary>The matrix as a table with precision, recall and F1 of every class.</summary>
    public override string ToString()
    {
        var width = Math.Max(9, Labels.Max(label => label.Length) + 1);
        var text = new StringBuilder().Append("gold".PadRight(width));
        foreach (var label in Labels) text.Append(label.PadLeft(width));
        text.Append("precision".PadLeft(11)).Append("recall".PadLeft(8)).Append("F1".PadLeft(7));
        foreach (var gold in Labels)
        {
            text.Append('\n').Append(gold.PadRight(width));
            foreach (var predicted in Labels)
                text.Append(this[gold, predicted].ToString(CultureInfo.InvariantCulture).PadLeft(width));
            text.Append(CultureInfo.InvariantCulture,
                $"{Precision(gold),11:0.000}{Recall(gold),8:0.000}{F1(gold),7:0.000}");
        }

        return text.ToString();
    }

    private static double Ratio(long part, long whole) => whole == 0 ? 0 : (double)part / whole;

    private long Sum(Func<int, int, bool> counts)
    {
        var sum = 0L;
        for (var gold = 0; gold < Labels.Count; gold++)
        {
            for (var predicted = 0; predicted < Labels.Count; predicted++)
            {
                if (counts(gold, predicted)) sum += _counts[gold, predicted];
            }
        }

        return sum;
    }

    private int Place(string label) => _places.TryGetValue(label, out var place)
        ? place
        : throw new ArgumentException(
            $"ConfusionMatrix: label '{label}'; expected one of {string.Join(", ", Labels)}.");
}
