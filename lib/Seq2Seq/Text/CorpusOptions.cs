namespace Seq2Seq.Text;

/// <summary>How a corpus file is read.</summary>
public sealed record CorpusOptions
{
    /// <summary>Longest source and longest target, in characters.</summary>
    public int MaximumLength { get; init; } = 1000;

    /// <summary>Keep lines that repeat an earlier pair.</summary>
    public bool KeepDuplicates { get; init; }

    /// <summary>The second column is the source.</summary>
    public bool Swap { get; init; }
}
