namespace Seq2Seq.Tasks;

/// <summary>What goes in and what should come out.</summary>
public sealed record TaskPair(string Source, string Target)
{
    /// <summary>The line of a TSV file.</summary>
    public override string ToString() => $"{Source}\t{Target}";
}

/// <summary>A task's pairs, cut so that no source of one part occurs in another.</summary>
public sealed record TaskSplit(
    IReadOnlyList<TaskPair> Train, IReadOnlyList<TaskPair> Validation, IReadOnlyList<TaskPair> Test);
