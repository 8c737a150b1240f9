using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Seq2Seq.Host.Documents;

namespace Seq2Seq.Host.Progress;

/// <summary>The course's notebooks in order, with what is done of each.</summary>
internal sealed partial class CourseOverview
{
    private CourseOverview(string folder, IReadOnlyList<Entry> notebooks, string? note)
    {
        Folder = folder;
        Notebooks = notebooks;
        Note = note;
    }

    /// <summary>The folder that holds <c>notebooks</c>.</summary>
    public string Folder { get; }

    public IReadOnlyList<Entry> Notebooks { get; }

    /// <summary>Why progress may be missing.</summary>
    public string? Note { get; }

    /// <summary>The course around a folder, looked for upwards; null if there is none.</summary>
    public static CourseOverview? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var notebooks = Path.Combine(folder.FullName, "notebooks");
            if (Directory.Exists(notebooks)) return Read(folder.FullName, notebooks);
        }
        return null;
    }

    /// <summary>One line per notebook, a line per exercise below it if asked for, and a sum.</summary>
    public string ToText(bool withExercises)
    {
        var text = new StringBuilder();
        foreach (var entry in Notebooks)
        {
            var right = entry.Exercises.Count(exercise => exercise.State == ExerciseState.Right);
            var mark = entry.Problem is not null ? "!" : entry.Exercises.Count == 0 ? " " : right == entry.Exercises.Count ? "x" : entry.Exercises.Any(exercise => exercise.State != ExerciseState.Open) ? "~" : " ";
            var exercises = entry.Exercises.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"  {right} of {entry.Exercises.Count} exercises");
            text.AppendLine(CultureInfo.InvariantCulture, $"[{mark}] {entry.Title}{exercises}");
            if (entry.Problem is { } problem) text.AppendLine(CultureInfo.InvariantCulture, $"      {problem}");
            if (!withExercises) continue;
            foreach (var exercise in entry.Exercises)
                text.AppendLine(CultureInfo.InvariantCulture, $"      {exercise.Number,-6} {(exercise.State switch { ExerciseState.Right => "right", ExerciseState.Tried => "tried", _ => "open" })}");
        }
        var all = Notebooks.SelectMany(entry => entry.Exercises).ToArray();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Notebooks.Count} notebooks, {all.Count(exercise => exercise.State == ExerciseState.Right)} of {all.Length} exercises right");
        if (Note is not null) text.AppendLine(Note);
        return text.ToString();
    }

    private static CourseOverview Read(string folder, string notebooks)
    {
        var progress = ProgressFile.Read(ProgressFile.PathFor(folder));
        var entries = Directory.EnumerateFiles(notebooks, "*.ipynb").Order(StringComparer.Ordinal).Select(path => Describe(path, progress)).ToArray();
        return new CourseOverview(folder, entries, progress.Note);
    }

    private static Entry Describe(string path, ProgressFile progress)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        try
        {
            var document = NotebookFile.Read(path);
            var numbers = document.Cells.Where(cell => cell.Kind == CellKind.Code).SelectMany(cell => Check().Matches(cell.Source))
                .Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);
            return new Entry(path, document.Title ?? name, [.. numbers.Select(number => (number, progress.Exercises.GetValueOrDefault(number)))], null);
        }
        catch (DocumentException exception)
        {
            return new Entry(path, name, [], exception.Message);
        }
    }

    [GeneratedRegex("""Exercise\.Check\(\s*"(\d+\.\d+)"[,)\s]""")]
    private static partial Regex Check();

    /// <summary>A notebook; the problem is set if it can't be read.</summary>
    internal sealed record Entry(string Path, string Title, IReadOnlyList<(string Number, ExerciseState State)> Exercises, string? Problem);
}
