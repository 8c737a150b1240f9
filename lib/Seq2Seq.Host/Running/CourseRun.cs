using System.Collections.Concurrent;
using System.Diagnostics;
using Seq2Seq.Host.Documents;

namespace Seq2Seq.Host.Running;

/// <summary><c>course run</c>: notebooks in, report out.</summary>
internal static class CourseRun
{
    /// <summary>Runs all notebooks and does with the results what the options say; the exit code tells how it went.</summary>
    public static async Task<int> Run(RunOptions options, TextWriter output, TextWriter errors, bool terminal, int width, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            if (!options.NoBuild && await LibraryBuild.Build(LibraryBuild.ProjectsOf(options.Notebooks), cancellation).ConfigureAwait(false) is { } problem)
            {
                await errors.WriteLineAsync(problem).ConfigureAwait(false);
                return ExitCode.CellFailed;
            }
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }

        var results = new ConcurrentDictionary<int, NotebookResult>();
        var runs = options.Modes.SelectMany(mode => options.Notebooks.Select(path => (Path: path, Mode: mode))).ToArray();
        using (var progress = new ProgressLine(output, terminal, width, runs.Length))
        {
            var jobs = Math.Clamp(options.Jobs, 1, runs.Length);
            var work = new ConcurrentQueue<(int Index, string Path, RunMode Mode)>(runs.Select((run, index) => (index, run.Path, run.Mode)));
            await Task.WhenAll(Enumerable.Range(0, jobs).Select(async _ =>
            {
                while (!cancellation.IsCancellationRequested && work.TryDequeue(out var item))
                {
                    var session = new SessionProcessOptions
                    {
                        Folder = Path.GetDirectoryName(Path.GetFullPath(item.Path))!,
                        CellTimeout = options.CellTimeout,
                        MemoryLimit = options.MemoryLimit,
                        Processors = Math.Max(1, Environment.ProcessorCount / jobs),
                        Mode = item.Mode,
                    };
                    var name = item.Mode.ToString() is { Length: > 0 } mode ? $"{item.Path} [{mode}]" : item.Path;
                    var result = await NotebookRun.Run(item.Path, session, options.Check, (cell, cells) => progress.Advance(name, cell, cells), cancellation).ConfigureAwait(false);
                    result = TimeLimit.Judge(result, options.NotebookLimit);
                    var note = Keep(result, options);
                    results[item.Index] = result;
                    progress.Finish(name, RunReport.Of(result) + note);
                }
            })).ConfigureAwait(false);
        }
        var ordered = results.OrderBy(pair => pair.Key).Select(pair => pair.Value).ToArray();
        if (options.JUnitFile is { } junit) JUnitReport.Write(junit, ordered);
        if (options.HtmlFolder is { } html)
        {
            var pages = ordered.Where(result => result.Executed is not null && result.Mode == options.Modes[0]).Select(result => (result.Path, result.Executed!)).ToArray();
            foreach (var note in Export.StaticSite.Write(html, pages)) await output.WriteLineAsync(note).ConfigureAwait(false);
        }
        await output.WriteLineAsync(RunReport.Summary(ordered, runs.Length, clock.Elapsed)).ConfigureAwait(false);
        return cancellation.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Of(ordered);
    }

    // Outputs of a run that broke off would be half a notebook: they are not kept.
    private static string Keep(NotebookResult result, RunOptions options)
    {
        if (!options.InPlace) return "";
        if (result.Status is not (NotebookStatus.Passed or NotebookStatus.TooSlow)) return $"{Environment.NewLine}        The file was left as it is.";
        if (result.Path.EndsWith(".dib", StringComparison.OrdinalIgnoreCase)) return $"{Environment.NewLine}        A .dib file holds no outputs: it was left as it is.";
        try
        {
            NotebookFile.Write(result.Path, result.Executed!);
            return "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"{Environment.NewLine}        It could not be written: {exception.Message}";
        }
    }
}
