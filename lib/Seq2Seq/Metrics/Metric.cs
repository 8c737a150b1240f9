using System.Globalization;

namespace Seq2Seq.Metrics;

/// <summary>A score of texts against references that is a function of numbers summed over the sentences.</summary>
/// <remarks>
/// Corpus BLEU is not the mean of sentence BLEU: counts are summed first, then the score is taken. Whoever has each
/// sentence's <see cref="Statistics"/> can score any sample of the sentences by adding (<see cref="Bootstrap"/>).
/// </remarks>
public abstract class Metric
{
    /// <summary>The metric's name.</summary>
    public abstract string Name { get; }

    /// <summary>False for an error rate.</summary>
    public virtual bool HigherIsBetter => true;

    /// <summary>The settings that someone needs to get the same number.</summary>
    /// <param name="references">References of each sentence; 0 where their number varies.</param>
    public abstract string Signature(int references = 1);

    /// <summary>One sentence's numbers, to be summed over the corpus.</summary>
    public abstract double[] Statistics(string hypothesis, params IReadOnlyList<string> references);

    /// <summary>The score of summed numbers.</summary>
    public abstract double Score(ReadOnlySpan<double> statistics);

    /// <summary>Every sentence's numbers.</summary>
    internal double[][] StatisticsOf(IReadOnlyList<string> hypotheses, IReadOnlyList<IReadOnlyList<string>> references)
    {
        ArgumentNullException.ThrowIfNull(hypotheses);
        ArgumentNullException.ThrowIfNull(references);
        if (hypotheses.Count != references.Count)
        {
            throw new ArgumentException(
                $"{Name}: {hypotheses.Count} hypotheses and {references.Count} references; expected one reference (or list of references) for each.");
        }

        if (hypotheses.Count == 0)
            throw new ArgumentException($"{Name}: no sentences; expected at least one hypothesis with its reference.");
        return [.. hypotheses.Select((hypothesis, i) => references[i].Count > 0
            ? Statistics(hypothesis, references[i])
            : throw new ArgumentException($"{Name}: sentence {i} has no reference; expected at least one."))];
    }

    /// <summary>How many references each sentence has, as sacreBLEU writes it.</summary>
    private protected static string CountName(int references) =>
        references == 0 ? "var" : references.ToString(CultureInfo.InvariantCulture);

    /// <summary>Without the empty ones, as in sacreBLEU: a sentence with fewer references than others. An only one stays.</summary>
    private protected static IReadOnlyList<string> Written(IReadOnlyList<string> references) =>
        references.Any(reference => reference.Length == 0) && references.Any(reference => reference.Length > 0)
            ? [.. references.Where(reference => reference.Length > 0)]
            : references;

    internal static IReadOnlyList<string>[] Alone(IReadOnlyList<string> references)
    {
        ArgumentNullException.ThrowIfNull(references);
        return [.. references.Select(reference => (IReadOnlyList<string>)[reference])];
    }

    internal static double[] Sum(IReadOnlyList<double[]> statistics)
    {
        var sum = new double[statistics[0].Length];
        foreach (var one in statistics)
        {
            for (var i = 0; i < sum.Length; i++) sum[i] += one[i];
        }

        return sum;
    }
}

/// <summary>A metric whose score has parts worth looking at.</summary>
/// <typeparam name="TScore">The score and its parts.</typeparam>
public abstract class Metric<TScore> : Metric where TScore : MetricScore
{
    /// <summary>Scores a corpus with one reference for each sentence.</summary>
    public TScore Corpus(IReadOnlyList<string> hypotheses, IReadOnlyList<string> references) =>
        Corpus(hypotheses, Alone(references));

    /// <summary>Scores a corpus with several references for each sentence: <c>references[i]</c> belong to
    /// <c>hypotheses[i]</c>.</summary>
    public TScore Corpus(IReadOnlyList<string> hypotheses, IReadOnlyList<IReadOnlyList<string>> references) =>
        Describe(
            Sum(StatisticsOf(hypotheses, references)),
            references.Select(list => Written(list).Count).Distinct().ToArray() is [var same] ? same : 0);

    /// <summary>Scores one sentence.</summary>
    public virtual TScore Sentence(string hypothesis, params IReadOnlyList<string> references)
    {
        ArgumentNullException.ThrowIfNull(references);
        return Corpus([hypothesis], [references]);
    }

    /// <inheritdoc/>
    public sealed override double Score(ReadOnlySpan<double> statistics) => Describe(statistics, 1).Value;

    /// <summary>The score of summed numbers, with its parts.</summary>
    private protected abstract TScore Describe(ReadOnlySpan<double> sums, int references);
}
