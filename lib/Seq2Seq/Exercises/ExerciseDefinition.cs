using System.Globalization;

namespace Seq2Seq.Exercises;

/// <summary>An exercise of the course: what is right, what the usual mistakes are, and how to help.</summary>
public abstract class ExerciseDefinition
{
    private protected ExerciseDefinition(string number, string title, string firstHint, string secondHint)
    {
        if (number is not [>= '0' and <= '9', >= '0' and <= '9', '.', .. var place]
            || !int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            throw new ArgumentException(
                $"Exercise '{number}': expected a number such as 10.2, two digits for the notebook and the place in it.",
                nameof(number));
        }

        Number = number;
        Title = title;
        Hints = [firstHint, secondHint];
    }

    /// <summary>Notebook and place in it: 10.2.</summary>
    public string Number { get; }

    /// <summary>What it is about, in a few words.</summary>
    public string Title { get; }

    /// <summary>The notebook it belongs to: 10.</summary>
    public string Notebook => Number[..2];

    /// <summary>Two hints, the second one stronger.</summary>
    public IReadOnlyList<string> Hints { get; }

    /// <summary>The solution as C#.</summary>
    public abstract string SolutionText { get; }

    /// <summary>Looks at an answer.</summary>
    internal abstract Verdict Judge(object? answer);

    /// <summary>
    /// What is wrong with the exercise itself: a stub that passes, a solution that does not, a mistake that is taken
    /// for right or for another one. Nothing if all is well.
    /// </summary>
    internal abstract IReadOnlyList<string> SelfTest();
}
