using System.Globalization;

namespace Seq2Seq.Text;

/// <summary>Which test sentences a model has already seen in training.</summary>
/// <param name="Sources">Test pairs whose source is a training source, but for case, white space and
/// punctuation.</param>
/// <param name="Targets">Test pairs whose target is a training target, in the same sense.</param>
/// <param name="TestCount">How many test pairs there are.</param>
public sealed record LeakReport(IReadOnlyList<SentencePair> Sources, IReadOnlyList<SentencePair> Targets, int TestCount)
{
    /// <summary>True if the test holds nothing that was trained on.</summary>
    public bool IsClean => Sources.Count == 0 && Targets.Count == 0;

    /// <summary>Looks for test sentences in the training part.</summary>
    public static LeakReport Between(ParallelCorpus train, ParallelCorpus test)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(test);
        var sources = train.Sources.Select(CorpusSplit.Key).ToHashSet(StringComparer.Ordinal);
        var targets = train.Targets.Select(CorpusSplit.Key).ToHashSet(StringComparer.Ordinal);
        return new LeakReport(
            [.. test.Where(pair => sources.Contains(CorpusSplit.Key(pair.Source)))],
            [.. test.Where(pair => targets.Contains(CorpusSplit.Key(pair.Target)))],
            test.Count);
    }

    /// <summary>One line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"of {TestCount} test pairs, {Sources.Count} have a source and {Targets.Count} a target seen in training");
}
