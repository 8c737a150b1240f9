using System.Globalization;
using Seq2Seq.Text;

namespace Seq2Seq.Metrics;

/// <summary>A score and between which bounds another test set of this kind would put it.</summary>
/// <param name="Value">The score of the test set itself.</param>
/// <param name="Low">Lower bound.</param>
/// <param name="High">Upper bound.</param>
/// <param name="Level">How sure the bounds are, such as 0.95.</param>
public sealed record Interval(double Value, double Low, double High, double Level)
{
    /// <summary>"48.53 [40.20, 56.91] (95 %)"; four decimals for scores between 0 and 1.</summary>
    public override string ToString()
    {
        var format = Format(Low, High);
        return string.Create(
            CultureInfo.InvariantCulture, $"{Text(Value)} [{Text(Low)}, {Text(High)}] ({100 * Level:0.#} %)");

        string Text(double value) => value.ToString(format, CultureInfo.InvariantCulture);
    }

    internal static string Format(params IEnumerable<double> values) =>
        values.All(value => Math.Abs(value) <= 1) ? "0.0000" : "0.00";
}

/// <summary>Two systems on the same sentences.</summary>
/// <param name="First">Score of the first.</param>
/// <param name="Second">Score of the second.</param>
/// <param name="Difference">Second minus first, with its bounds.</param>
/// <param name="PValue">How often chance alone would show so large a difference, either way.</param>
/// <param name="Method">How that was found.</param>
public sealed record Comparison(double First, double Second, Interval Difference, double PValue, string Method)
{
    /// <summary>True if the difference is larger than chance explains at this level.</summary>
    public bool IsSignificant(double level = 0.05) => PValue < level;

    /// <summary>One line.</summary>
    public override string ToString()
    {
        var format = Interval.Format(First, Second);
        var first = First.ToString(format, CultureInfo.InvariantCulture);
        var second = Second.ToString(format, CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{first} and {second}: difference {Difference}, p = {PValue:0.000} ({Method})");
    }
}

/// <summary>How far a score can be trusted: it is taken again on samples of the test sentences, drawn with
/// replacement.</summary>
/// <remarks>
/// Koehn 2004. The bounds are percentiles of the samples' scores (Efron 1979). The same seed gives the same bounds on
/// every machine.
/// </remarks>
public static class Bootstrap
{
    /// <summary>Bounds of a corpus score.</summary>
    public static Interval Interval(
        Metric metric, IReadOnlyList<string> hypotheses, IReadOnlyList<string> references, int samples = 1000, double level = 0.95, long seed = 1) =>
        Interval(metric, hypotheses, Metric.Alone(references), samples, level, seed);

    /// <summary>Bounds of a corpus score, with several references for each sentence.</summary>
    public static Interval Interval(
        Metric metric, IReadOnlyList<string> hypotheses, IReadOnlyList<IReadOnlyList<string>> references, int samples = 1000, double level = 0.95, long seed = 1)
    {
        ArgumentNullException.ThrowIfNull(metric);
        var statistics = metric.StatisticsOf(hypotheses, references);
        return Interval(statistics, sums => metric.Score(sums), samples, level, seed);
    }

    /// <summary>Bounds of a mean, such as an accuracy or a loss by sentence.</summary>
    public static Interval Mean(IReadOnlyList<double> values, int samples = 1000, double level = 0.95, long seed = 1)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Interval(
            [.. values.Select(value => (double[])[value, 1])], sums => sums[0] / sums[1], samples, level, seed);
    }

    /// <summary>Whether the second system is really better or worse: both are scored on the same samples.</summary>
    /// <remarks>
    /// Paired bootstrap (Koehn 2004). p is the share of samples whose difference lies as far from the mean difference
    /// as the difference itself from 0, counting the test set itself as one (Riezler and Maxwell 2005). sacreBLEU
    /// takes the size of each difference before it subtracts the mean, which makes its p smaller.
    /// </remarks>
    public static Comparison Compare(
        Metric metric, IReadOnlyList<string> first, IReadOnlyList<string> second, IReadOnlyList<string> references, int samples = 1000, double level = 0.95, long seed = 1)
    {
        ArgumentNullException.ThrowIfNull(metric);
        var alone = Metric.Alone(references);
        var (ours, theirs) = (metric.StatisticsOf(first, alone), metric.StatisticsOf(second, alone));
        Check(ours.Length, samples, level);
        var (a, b) = (metric.Score(Metric.Sum(ours)), metric.Score(Metric.Sum(theirs)));
        var random = new SeededRandom(seed);
        var differences = new double[samples];
        for (var i = 0; i < samples; i++)
        {
            var drawn = Draw(ours.Length, random);
            differences[i] = metric.Score(Sum(theirs, drawn)) - metric.Score(Sum(ours, drawn));
        }

        var mean = differences.Average();
        var extreme = differences.Count(difference => Math.Abs(difference - mean) >= Math.Abs(b - a));
        return new Comparison(
            a, b, Bounds(b - a, differences, level), (extreme + 1.0) / (samples + 1), "paired bootstrap");
    }

    /// <summary>The same question by swapping the systems' outputs at random: if they were equal, swapping would change
    /// nothing.</summary>
    /// <remarks>
    /// Paired approximate randomisation (Riezler and Maxwell 2005). p is the share of swappings whose difference is at
    /// least as large, counting the true assignment as one.
    /// </remarks>
    public static Comparison Randomise(
        Metric metric, IReadOnlyList<string> first, IReadOnlyList<string> second, IReadOnlyList<string> references, int samples = 1000, double level = 0.95, long seed = 1)
    {
        var bootstrap = Compare(metric, first, second, references, samples, level, seed);
        var alone = Metric.Alone(references);
        var (ours, theirs) = (metric.StatisticsOf(first, alone), metric.StatisticsOf(second, alone));
        var random = new SeededRandom(seed);
        var extreme = 0;
        for (var i = 0; i < samples; i++)
        {
            var (a, b) = (new double[ours[0].Length], new double[ours[0].Length]);
            for (var sentence = 0; sentence < ours.Length; sentence++)
            {
                var swap = random.Chance(0.5);
                Add(a, swap ? theirs[sentence] : ours[sentence]);
                Add(b, swap ? ours[sentence] : theirs[sentence]);
            }

            // Sums in another order differ in the last bit; such a difference is none.
            if (Math.Abs(metric.Score(b) - metric.Score(a)) >= Math.Abs(bootstrap.Second - bootstrap.First) - 1e-12)
                extreme++;
        }

        return bootstrap with { PValue = (extreme + 1.0) / (samples + 1), Method = "approximate randomisation" };
    }

    private static Interval Interval(
        double[][] statistics, Func<double[], double> score, int samples, double level, long seed)
    {
        Check(statistics.Length, samples, level);
        var random = new SeededRandom(seed);
        var scores = new double[samples];
        for (var i = 0; i < samples; i++) scores[i] = score(Sum(statistics, Draw(statistics.Length, random)));
        return Bounds(score(Metric.Sum(statistics)), scores, level);
    }

    private static Interval Bounds(double value, double[] scores, double level)
    {
        var sorted = scores.Order().ToArray();
        return new Interval(value, Percentile(sorted, (1 - level) / 2), Percentile(sorted, (1 + level) / 2), level);
    }

    // Linear between the two nearest ranks, as numpy.percentile.
    private static double Percentile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private static int[] Draw(int count, SeededRandom random)
    {
        var drawn = new int[count];
        for (var i = 0; i < count; i++) drawn[i] = random.Next(count);
        return drawn;
    }

    private static double[] Sum(double[][] statistics, int[] drawn)
    {
        var sum = new double[statistics[0].Length];
        foreach (var index in drawn) Add(sum, statistics[index]);
        return sum;
    }

    private static void Add(double[] sum, double[] one)
    {
        for (var i = 0; i < sum.Length; i++) sum[i] += one[i];
    }

    private static void Check(int count, int samples, double level)
    {
        if (count > 0 && samples > 0 && level is > 0 and < 1) return;
        throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
            $"Bootstrap: {count} sentences, {samples} samples, level {level}; expected at least one sentence and one sample, and a level between 0 and 1 such as 0.95."));
    }
}
