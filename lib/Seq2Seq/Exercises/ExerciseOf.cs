using System.Reflection;
using System.Runtime.CompilerServices;

namespace Seq2Seq.Exercises;

/// <summary>An exercise whose answer is a function or a value.</summary>
/// <remarks>
/// A definition calls, in its constructor, <see cref="Stub"/>, <see cref="Solution"/>, <see cref="Mistake"/> for each
/// usual wrong answer and <see cref="Case(Func{TAnswer, object?}, string)"/> for each input to try. What is expected
/// comes from the solution; an answer that gives just what a usual wrong one gives on every input is told its message.
/// An exercise on a value needs no case.
/// </remarks>
/// <typeparam name="TAnswer">The delegate the learner's method must fit, or the type of a value.</typeparam>
public abstract class Exercise<TAnswer> : ExerciseDefinition
{
    private readonly List<Trial> _trials = [];
    private readonly List<(string Message, TAnswer Answer)> _mistakes = [];
    private readonly List<(string Message, Func<TAnswer, bool> Holds)> _requirements = [];
    private TAnswer? _stub;
    private TAnswer? _solution;
    private string _solutionText = "";

    private sealed record Trial(string Text, Func<TAnswer, object?> Run);

    /// <summary>Names the exercise.</summary>
    /// <param name="number">Notebook and place: 10.2.</param>
    /// <param name="title">What it is about.</param>
    /// <param name="firstHint">Where to look.</param>
    /// <param name="secondHint">What to do.</param>
    protected Exercise(string number, string title, string firstHint, string secondHint)
        : base(number, title, firstHint, secondHint)
    {
    }

    /// <inheritdoc/>
    public sealed override string SolutionText => _solutionText;

    /// <summary>Numbers closer than this, absolutely or relatively, are equal.</summary>
    protected double Tolerance { get; set; } = 1e-5;

    private static bool IsFunction => typeof(Delegate).IsAssignableFrom(typeof(TAnswer));

    /// <summary>What the notebook holds before the learner begins; a method throws
    /// <see cref="NotImplementedException"/>.</summary>
    protected void Stub(TAnswer answer) => _stub = answer;

    /// <summary>What is right. Its text is shown on request, as it stands in the definition.</summary>
    protected void Solution(TAnswer answer, [CallerArgumentExpression(nameof(answer))] string text = "") =>
        (_solution, _solutionText) = (answer, SourceText.Dedent(text));

    /// <summary>A usual wrong answer and what to say to it.</summary>
    protected void Mistake(string message, TAnswer answer) => _mistakes.Add((message, answer));

    /// <summary>An input to try: <c>Case(mean => mean([1, 2]))</c>. What is behind the arrow is shown to the
    /// learner.</summary>
    protected void Case(Func<TAnswer, object?> run, [CallerArgumentExpression(nameof(run))] string text = "") =>
        _trials.Add(new Trial(SourceText.BehindArrow(text), run));

    /// <summary>Something that must hold besides, such as that weights sum to 1, and what to say if it does
    /// not.</summary>
    protected void Require(string message, Func<TAnswer, bool> holds) => _requirements.Add((message, holds));

    internal sealed override Verdict Judge(object? answer)
    {
        if (answer is null) return new Verdict(Outcome.NotAttempted, "");
        return Fit(answer, out var fitting) is { } problem ? new Verdict(Outcome.NotYet, problem) : Judge(fitting!);
    }

    internal sealed override IReadOnlyList<string> SelfTest()
    {
        var problems = new List<string>();
        if (_solution is null || _stub is null) return [$"{Number}: no stub or no solution."];
        if (IsFunction && _trials.Count == 0) problems.Add($"{Number}: a method, but no case to try it on.");
        if (Judge(_stub).Outcome != Outcome.NotAttempted)
            problems.Add($"{Number}: the stub is {Judge(_stub).Outcome}; expected NotAttempted.");
        if (Judge(_solution) is { Outcome: not Outcome.Right } verdict)
            problems.Add($"{Number}: the solution is {verdict.Outcome}: {verdict.Message}");
        if (_mistakes.Count == 0) problems.Add($"{Number}: no usual mistake is named.");
        foreach (var (message, answer) in _mistakes)
        {
            var found = Judge(answer);
            if (found.Outcome != Outcome.NotYet || found.Message != message)
                problems.Add($"{Number}: the mistake '{message}' is {found.Outcome}: {found.Message}");
        }

        return problems;
    }

    private Verdict Judge(TAnswer answer)
    {
        if (!IsFunction && AnswerComparer.Same(answer, _stub, Tolerance)) return new Verdict(Outcome.NotAttempted, "");
        var trials = IsFunction || _trials.Count > 0 ? _trials : [new Trial("", value => value)];
        var given = trials.Select(trial => Result.Of(() => trial.Run(answer))).ToArray();
        if (given.Any(result => result.Error is NotImplementedException)) return new Verdict(Outcome.NotAttempted, "");
        var expected = trials.Select(trial => Result.Of(() => trial.Run(_solution!))).ToArray();
        var wrong = Enumerable.Range(0, trials.Count)
            .Where(i => !given[i].Same(expected[i], Tolerance)).Append(-1).First();
        var unmet = wrong < 0 ? _requirements.Find(requirement => !Holds(requirement.Holds, answer)).Message : null;
        if (wrong < 0 && unmet is null) return new Verdict(Outcome.Right, "");

        foreach (var (message, mistake) in _mistakes)
        {
            if (trials.Select(trial => Result.Of(() => trial.Run(mistake))).Zip(given)
                .All(pair => pair.First.Same(pair.Second, Tolerance))
                && (wrong >= 0
                    || _requirements.Find(requirement => !Holds(requirement.Holds, mistake)).Message == unmet))
            {
                return new Verdict(Outcome.NotYet, message);
            }
        }

        return new Verdict(Outcome.NotYet, unmet ?? Describe(trials[wrong], given[wrong], expected[wrong]));
    }

    private static bool Holds(Func<TAnswer, bool> requirement, TAnswer answer) =>
        Result.Of(() => requirement(answer)) is { Error: null, Value: true };

    private static string Describe(Trial trial, Result given, Result expected)
    {
        var where = trial.Text.Length > 0 ? trial.Text : "Your value";
        if (given.Error is { } error) return $"{where} threw {error.GetType().Name}: {error.Message}";
        var verb = trial.Text.Length > 0 ? "gave" : "is";
        var sizes = (AnswerText.SizeOf(given.Value), AnswerText.SizeOf(expected.Value)) is ({ } ours, { } theirs)
            && ours != theirs ? $" (size {ours}; expected {theirs})" : "";
        return trial.Text.Length > 0
            ? $"{where} {verb} {AnswerText.Of(given.Value)}; expected {AnswerText.Of(expected.Value)}{sizes}."
            : $"{where} {verb} {AnswerText.Of(given.Value)}, which is not right{sizes}.";
    }

    // null if the answer fits TAnswer; otherwise what is expected and what came.
    private static string? Fit(object answer, out TAnswer? fitting)
    {
        fitting = default;
        if (answer is TAnswer already)
        {
            fitting = already;
            return null;
        }

        if (IsFunction && answer is Delegate method)
        {
            try
            {
                fitting = (TAnswer)(object)Delegate.CreateDelegate(typeof(TAnswer), method.Target, method.Method);
                return null;
            }
            catch (ArgumentException)
            {
                return $"Your method is {AnswerText.Signature(method.Method)}; expected {AnswerText.Signature(typeof(TAnswer).GetMethod("Invoke")!)}.";
            }
        }

        if (!IsFunction && AnswerComparer.TryConvert(answer, out fitting)) return null;
        var wanted = IsFunction
            ? $"a method {AnswerText.Signature(typeof(TAnswer).GetMethod("Invoke")!)}" : $"a value of type {AnswerText.TypeName(typeof(TAnswer))}";
        return $"Your answer is of type {AnswerText.TypeName(answer.GetType())}; expected {wanted}.";
    }

    private sealed record Result(object? Value, Exception? Error)
    {
        public static Result Of(Func<object?> run)
        {
            try
            {
                return new Result(AnswerComparer.Settle(run()), null);
            }
            catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException or ThreadInterruptedException))
            {
                return new Result(null, e is TargetInvocationException { InnerException: { } inner } ? inner : e);
            }
        }

        public bool Same(Result other, double tolerance) => Error is null && other.Error is null
            ? AnswerComparer.Same(Value, other.Value, tolerance)
            : Error?.GetType() == other.Error?.GetType();
    }
}
