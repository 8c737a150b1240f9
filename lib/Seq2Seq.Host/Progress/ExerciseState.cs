namespace Seq2Seq.Host.Progress;

/// <summary>How far a learner is with an exercise.</summary>
internal enum ExerciseState
{
    /// <summary>Not touched.</summary>
    Open,

    /// <summary>Tried, not right yet.</summary>
    Tried,

    /// <summary>Right at least once.</summary>
    Right,
}
