using System.Globalization;

namespace Seq2Seq.Exercises;

/// <summary>Every exercise of the course by its number.</summary>
internal static class ExerciseBook
{
    private static readonly Lazy<SortedDictionary<string, ExerciseDefinition>> Found = new(Find);

    /// <summary>In the order of the course.</summary>
    public static IReadOnlyCollection<ExerciseDefinition> All => Found.Value.Values;

    public static ExerciseDefinition Get(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        if (Found.Value.TryGetValue(number, out var exercise)) return exercise;
        var here = All.Where(other => number.Length > 1 && other.Notebook == number[..2]).Select(other => other.Number)
            .ToArray();
        throw new ArgumentException(here.Length > 0
            ? $"Exercise '{number}': there is none; notebook {number[..2]} has {string.Join(", ", here)}."
            : $"Exercise '{number}': there is none; expected a number such as {All.FirstOrDefault()?.Number ?? "01.1"}.");
    }

    /// <summary>10.2 before 10.10.</summary>
    public static int Compare(string? first, string? second)
    {
        var (a, b) = (Parts(first), Parts(second));
        var byNotebook = string.CompareOrdinal(a.Notebook, b.Notebook);
        return byNotebook != 0 ? byNotebook : a.Place != b.Place ? a.Place.CompareTo(b.Place)
            : string.CompareOrdinal(first, second);
    }

    private static (string Notebook, int Place) Parts(string? number) =>
        number?.Split('.') is [var notebook, var place]
            && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? (notebook, value)
                : (number ?? "", -1);

    // A definition is any exercise class of this assembly with a constructor that needs nothing.
    private static SortedDictionary<string, ExerciseDefinition> Find()
    {
        var all = new SortedDictionary<string, ExerciseDefinition>(Comparer<string>.Create(Compare));
        foreach (var type in typeof(ExerciseBook).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ExerciseDefinition))
                && type is { IsAbstract: false, ContainsGenericParameters: false }))
        {
            var exercise = (ExerciseDefinition)Activator.CreateInstance(type, nonPublic: true)!;
            if (!all.TryAdd(exercise.Number, exercise))
                throw new InvalidOperationException(
                    $"Exercise {exercise.Number} is defined twice: {all[exercise.Number].GetType()} and {type}.");
        }

        return all;
    }
}
