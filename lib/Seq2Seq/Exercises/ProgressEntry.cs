namespace Seq2Seq.Exercises;

/// <summary>What a learner did with one exercise.</summary>
public sealed record ProgressEntry
{
    /// <summary>Passed at least once.</summary>
    public bool IsRight { get; init; }

    /// <summary>How often a real attempt was checked.</summary>
    public int Checks { get; init; }

    /// <summary>How many hints were asked for.</summary>
    public int Hints { get; init; }

    /// <summary>Whether the solution was shown.</summary>
    public bool Revealed { get; init; }
}
