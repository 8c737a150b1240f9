namespace Seq2Seq.Exercises;

/// <summary>What the notebooks call: check an answer, ask for a hint, see a solution.</summary>
/// <example>
/// One cell holds the stub, the next one checks it:
/// <code>
/// double Coverage(string[] tokens, HashSet&lt;string&gt; vocabulary) => throw new NotImplementedException();
///
/// Exercise.Check("01.2", Coverage)
/// </code>
/// </example>
public static class Exercise
{
    private static readonly Dictionary<string, int> HintsGiven = new(StringComparer.Ordinal);

    /// <summary>Checks a method.</summary>
    public static ExerciseCard Check(string number, Delegate answer) =>
        Check(ExerciseBook.Get(number), answer, ProgressFile.OfLearner());

    /// <summary>Checks a value.</summary>
    public static ExerciseCard Check(string number, object? answer) =>
        Check(ExerciseBook.Get(number), answer, ProgressFile.OfLearner());

    /// <summary>The next hint: first where to look, then what to do.</summary>
    public static ExerciseCard Hint(string number)
    {
        var exercise = ExerciseBook.Get(number);
        int given;
        lock (HintsGiven) given = HintsGiven[number] = Math.Min(
            HintsGiven.GetValueOrDefault(number) + 1, exercise.Hints.Count);
        var note = Record(number, entry => entry with { Hints = Math.Max(entry.Hints, given) });
        return ExerciseCard.ForHint(exercise, given, note);
    }

    /// <summary>A solution, to be read after an honest try.</summary>
    public static ExerciseCard Reveal(string number)
    {
        var exercise = ExerciseBook.Get(number);
        return ExerciseCard.ForSolution(exercise, Record(number, entry => entry with { Revealed = true }));
    }

    internal static ExerciseCard Check(ExerciseDefinition exercise, object? answer, ProgressFile? progress)
    {
        var verdict = exercise.Judge(answer);
        var note = verdict.Outcome == Outcome.NotAttempted ? null
            : progress?.TryRecord(exercise.Number, entry => entry with
            {
                IsRight = entry.IsRight || verdict.Outcome == Outcome.Right,
                Checks = entry.Checks + 1,
            });
        return ExerciseCard.ForCheck(exercise, verdict, note);
    }

    private static string? Record(string number, Func<ProgressEntry, ProgressEntry> change) =>
        ProgressFile.OfLearner()?.TryRecord(number, change);
}
