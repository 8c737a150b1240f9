using System.Globalization;

namespace Seq2Seq.Metrics;

/// <summary>How often ids are right.</summary>
public static class Accuracy
{
    /// <summary>Share of real tokens (mask true) predicted right, 0 to 1. All arrays are (B, T).</summary>
    public static double Tokens(long[,] predicted, long[,] gold, bool[,] mask)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(mask);
        if (Shape(predicted) != Shape(gold) || Shape(gold) != Shape(mask))
        {
            throw new ArgumentException(
                $"Accuracy.Tokens: predicted {Shape(predicted)}, gold {Shape(gold)}, mask {Shape(mask)}; expected one shape (B, T).");
        }

        var (right, real) = (0L, 0L);
        for (var b = 0; b < gold.GetLength(0); b++)
        {
            for (var t = 0; t < gold.GetLength(1); t++)
            {
                if (!mask[b, t]) continue;
                real++;
                if (predicted[b, t] == gold[b, t]) right++;
            }
        }

        return real == 0
            ? throw new ArgumentException(
                "Accuracy.Tokens: the mask is false everywhere; expected at least one real token.")
                    : (double)right / real;
    }

    /// <summary>Share of items that are equal, 0 to 1.</summary>
    public static double Of<T>(IReadOnlyList<T> predicted, IReadOnlyList<T> gold)
    {
        CheckCounts(nameof(Of), predicted, gold);
        return Share(gold.Count, i => EqualityComparer<T>.Default.Equals(predicted[i], gold[i]));
    }

    /// <summary>Share of sequences that are equal from start to end, 0 to 1.</summary>
    public static double Sequences<T>(IReadOnlyList<IReadOnlyList<T>> predicted, IReadOnlyList<IReadOnlyList<T>> gold)
    {
        CheckCounts(nameof(Sequences), predicted, gold);
        return Share(gold.Count, i => predicted[i].SequenceEqual(gold[i]));
    }

    private static double Share(int count, Func<int, bool> right) =>
        (double)Enumerable.Range(0, count).Count(right) / count;

    private static void CheckCounts<T>(string operation, IReadOnlyList<T> predicted, IReadOnlyList<T> gold)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(gold);
        if (predicted.Count == gold.Count && gold.Count > 0) return;
        throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
            $"Accuracy.{operation}: {predicted.Count} predicted, {gold.Count} gold; expected as many of both, at least one."));
    }

    private static string Shape(Array array) =>
        string.Create(CultureInfo.InvariantCulture, $"({array.GetLength(0)}, {array.GetLength(1)})");
}
