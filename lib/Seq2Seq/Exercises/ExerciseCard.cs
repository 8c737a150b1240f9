using System.Globalization;
using System.Text;
using Seq2Seq.Display;

namespace Seq2Seq.Exercises;

/// <summary>The answer to a check, a hint or a solution, as a cell shows it.</summary>
[TypeFormatterSource(typeof(ShowableFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed class ExerciseCard : IShowable
{
    private const string Green = "#2e8b57", Amber = "#d08700", Grey = "#808890", Blue = "#3b7dd8";

    private readonly string _colour;
    private readonly string _headline;
    private readonly string _message;
    private readonly string _code;
    private readonly IReadOnlyList<string> _hints;
    private readonly string? _note;

    private ExerciseCard(
        string colour, string headline, string message, string code, IReadOnlyList<string> hints, string? note) =>
        (_colour, _headline, _message, _code, _hints, _note) = (colour, headline, message, code, hints, note);

    /// <summary>What a check found; null for a hint or a solution.</summary>
    public Outcome? Outcome { get; private init; }

    /// <summary>What is to be said, without its headline.</summary>
    public string Message => _message;

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle() => new MimeBundle(ToString()).With(MimeTypes.Html, Html());

    /// <summary>The card as text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(_headline);
        if (_message.Length > 0) text.Append(' ').Append(_message);
        if (_code.Length > 0) text.Append('\n').Append(_code);
        if (_note is not null) text.Append('\n').Append(_note);
        return text.ToString();
    }

    internal static ExerciseCard ForCheck(ExerciseDefinition exercise, Verdict verdict, string? note)
    {
        var name = $"{exercise.Number} {exercise.Title}";
        var (colour, headline, message) = verdict.Outcome switch
        {
            Exercises.Outcome.Right => (Green, $"✓ {name}: right.", ""),
            Exercises.Outcome.NotYet =>
                (Amber, $"✗ {name}: not yet.", $"{verdict.Message} Stuck? Exercise.Hint(\"{exercise.Number}\")"),
            _ => (Grey, $"○ {name}: not attempted.", "Replace the stub by your answer and run both cells again."),
        };
        var hints = verdict.Outcome == Exercises.Outcome.Right ? [] : exercise.Hints;
        return new ExerciseCard(colour, headline, message, "", hints, note) { Outcome = verdict.Outcome };
    }

    internal static ExerciseCard ForHint(ExerciseDefinition exercise, int given, string? note)
    {
        var next = given < exercise.Hints.Count
            ? $"There is another one: Exercise.Hint(\"{exercise.Number}\")"
            : $"If it does not help: Exercise.Reveal(\"{exercise.Number}\")";
        var headline = string.Create(
            CultureInfo.InvariantCulture,
            $"{exercise.Number} {exercise.Title}, hint {given} of {exercise.Hints.Count}:");
        return new ExerciseCard(Blue, headline, $"{exercise.Hints[given - 1]} {next}", "", [], note);
    }

    internal static ExerciseCard ForSolution(ExerciseDefinition exercise, string? note) =>
        new(Blue, $"{exercise.Number} {exercise.Title}, a solution:", "", exercise.SolutionText, [], note);

    // Colours that read on white and on black; everything else is the page's own.
    private string Html()
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture,
            $"<div style=\"border-left:4px solid {_colour};padding:.3em .8em;margin:.3em 0\"><strong>{Escape(_headline)}</strong>");
        if (_message.Length > 0) html.Append(' ').Append(Escape(_message));
        if (_code.Length > 0)
            html.Append("<pre style=\"margin:.4em 0 0\"><code>").Append(Escape(_code)).Append("</code></pre>");
        for (var i = 0; i < _hints.Count; i++)
        {
            html.Append(CultureInfo.InvariantCulture,
                $"<details><summary>Hint {i + 1}</summary>{Escape(_hints[i])}</details>");
        }

        if (_note is not null) html.Append("<div><em>").Append(Escape(_note)).Append("</em></div>");
        return html.Append("</div>").ToString();
    }

    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);
}
