namespace Seq2Seq.Exercises;

/// <summary>What a check found.</summary>
public enum Outcome
{
    /// <summary>The stub is still there.</summary>
    NotAttempted,

    /// <summary>Something is still wrong.</summary>
    NotYet,

    /// <summary>Everything holds.</summary>
    Right,
}

/// <summary>What a check found and what is to be said about it.</summary>
/// <param name="Outcome">What was found.</param>
/// <param name="Message">What is wrong and how to go on; empty if all is right.</param>
internal sealed record Verdict(Outcome Outcome, string Message);
