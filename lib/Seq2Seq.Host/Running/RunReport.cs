using System.Globalization;
using System.Text;

namespace Seq2Seq.Host.Running;

/// <summary>A run in words: what a maintainer needs to know, no more.</summary>
internal static class RunReport
{
    /// <summary>One line for a notebook that is fine; below it the cell and its report where one isn't.</summary>
    public static string Of(NotebookResult result)
    {
        var text = new StringBuilder();
        var status = result.Status switch
        {
            NotebookStatus.Passed => "ok",
            NotebookStatus.Failed => "FAILED",
            NotebookStatus.Differs => "DIFFERS",
            NotebookStatus.TimedOut => "TIMEOUT",
            NotebookStatus.TooSlow => "SLOW",
            _ => "STOPPED",
        };
        var cells = result.Cells.Count == result.CodeCells ? Count(result.CodeCells, "cell") : $"{result.Cells.Count} of {Count(result.CodeCells, "cell")}";
        text.Append(CultureInfo.InvariantCulture, $"{status,-8}{result.Path}{Mode(result.Mode)}  {cells}  {result.Elapsed.TotalSeconds:0.0} s");
        if (result.Note is { } note) text.AppendLine().Append("        ").Append(note);
        if (result.Problem is { } problem) text.AppendLine().Append("        ").Append(problem.ReplaceLineEndings("\n        "));
        foreach (var cell in result.Cells)
        {
            if (cell.Error is { } error && error.Traceback.Count > 1)
            {
                text.AppendLine().Append(CultureInfo.InvariantCulture, $"        cell {cell.Position} of the file, {cell.Name}:");
                foreach (var line in error.Traceback) text.AppendLine().Append("          ").Append(line);
            }
            if (cell.Differences.Count == 0) continue;
            text.AppendLine().Append(CultureInfo.InvariantCulture, $"        cell {cell.Position} of the file, {cell.Name}:");
            foreach (var line in cell.Differences) text.AppendLine().Append("          ").Append(line);
        }
        return text.ToString();
    }

    /// <summary>The last line.</summary>
    /// <param name="results">Those that ran.</param>
    /// <param name="all">How many were to run.</param>
    /// <param name="elapsed">How long it took.</param>
    public static string Summary(IReadOnlyCollection<NotebookResult> results, int all, TimeSpan elapsed)
    {
        var parts = new List<string>();
        void Part(NotebookStatus status, string word)
        {
            var count = results.Count(result => result.Status == status);
            if (count > 0) parts.Add($"{count} {word}");
        }
        Part(NotebookStatus.Passed, "ok");
        Part(NotebookStatus.Failed, "failed");
        Part(NotebookStatus.TimedOut, "timed out");
        Part(NotebookStatus.TooSlow, "too slow");
        Part(NotebookStatus.Differs, results.Count(result => result.Status == NotebookStatus.Differs) == 1 ? "differs" : "differ");
        Part(NotebookStatus.Interrupted, "stopped");
        if (all > results.Count) parts.Add($"{all - results.Count} not begun");
        var notebooks = results.Select(result => result.Path).Distinct().Count();
        var what = notebooks == results.Count ? Count(notebooks, "notebook") : $"{Count(notebooks, "notebook")} in {Count(results.Select(result => result.Mode).Distinct().Count(), "mode")}";
        return string.Create(CultureInfo.InvariantCulture,
            $"{what}: {string.Join(", ", parts)}; {Count(results.Sum(result => result.Cells.Count), "cell")} ran in {elapsed.TotalSeconds:0.0} s");
    }

    private static string Mode(RunMode mode) => mode.ToString() is { Length: > 0 } name ? $" [{name}]" : "";

    private static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
