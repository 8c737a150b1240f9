namespace Seq2Seq.Text;

/// <summary>Evens out classes of very different size. For training data only: a resampled test measures another
/// task.</summary>
public static class Resampling
{
    /// <summary>Every class as large as the largest: items of small classes are repeated, first all of them, then a
    /// random part.</summary>
    public static T[] Over<T, TClass>(IEnumerable<T> items, Func<T, TClass> classOf, SeededRandom random)
        where TClass : notnull =>
        Resample(items, classOf, random, sizes => sizes.Max());

    /// <summary>Every class as small as the smallest: items of large classes are left out at random.</summary>
    public static T[] Under<T, TClass>(IEnumerable<T> items, Func<T, TClass> classOf, SeededRandom random)
        where TClass : notnull =>
        Resample(items, classOf, random, sizes => sizes.Min());

    /// <summary>Weights for a loss: inversely proportional to the count, and such that the mean over all items is
    /// 1.</summary>
    /// <remarks>w_c = N / (C · n_c), with C the number of classes that occur; 0 for a class that does not. (King and
    /// Zeng 2001.)</remarks>
    public static double[] ClassWeights(IReadOnlyList<long> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var present = counts.Count(count => count > 0);
        var total = counts.Sum();
        return [.. counts.Select(count => count > 0 ? total / ((double)present * count) : 0)];
    }

    /// <summary>Weights by the effective number of items, which grows slower than their number: gentler on rare
    /// classes.</summary>
    /// <remarks>w_c ∝ (1 − β) / (1 − β^n_c), scaled so that the mean over all items is 1. (Cui et al. 2019; β near 1,
    /// such as 0.999.)</remarks>
    public static double[] EffectiveClassWeights(IReadOnlyList<long> counts, double beta)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentOutOfRangeException.ThrowIfNegative(beta);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(beta, 1);
        var weights = counts.Select(count => count > 0 ? (1 - beta) / (1 - Math.Pow(beta, count)) : 0).ToArray();
        var mean = weights.Zip(counts, (weight, count) => weight * count).Sum() / Math.Max(1, counts.Sum());
        return [.. weights.Select(weight => mean > 0 ? weight / mean : 0)];
    }

    private static T[] Resample<T, TClass>(
        IEnumerable<T> items, Func<T, TClass> classOf, SeededRandom random, Func<IEnumerable<int>, int> size)
        where TClass : notnull
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(classOf);
        ArgumentNullException.ThrowIfNull(random);

        // GroupBy keeps the order of first appearance, so no hash decides the outcome.
        var classes = items.GroupBy(classOf).Select(group => group.ToArray()).ToList();
        if (classes.Count == 0) return [];
        var wanted = size(classes.Select(members => members.Length));
        var result = new List<T>(wanted * classes.Count);
        foreach (var members in classes)
        {
            for (var left = wanted; left > 0; left -= members.Length)
            {
                result.AddRange(
                    left >= members.Length ? members
                        : random.Permutation(members.Length).Take(left).Select(i => members[i]));
            }
        }

        random.Shuffle(result);
        return [.. result];
    }
}
