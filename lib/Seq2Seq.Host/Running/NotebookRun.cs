using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Seq2Seq.Host.Documents;
using Seq2Seq.Host.Running.Checking;

namespace Seq2Seq.Host.Running;

/// <summary>Executes one notebook in a fresh process.</summary>
internal static class NotebookRun
{
    /// <summary>Runs the cells in order up to the first that fails. Never throws for what the notebook holds or does.</summary>
    public static async Task<NotebookResult> Run(string path, SessionProcessOptions options, bool check, Action<int, int> progress, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        NotebookDocument committed, executed;
        try
        {
            committed = NotebookFile.Read(path);
            executed = committed.Clone();
        }
        catch (DocumentException exception)
        {
            return new NotebookResult(path, NotebookStatus.Failed, clock.Elapsed, 0) { Mode = options.Mode, Problem = exception.Message };
        }
        var total = committed.Cells.Count(cell => IsRunnable(cell));
        var result = new NotebookResult(path, NotebookStatus.Passed, clock.Elapsed, total) { Executed = executed, Mode = options.Mode };
        if (total == 0) return result with { Status = NotebookStatus.Failed, Problem = "There is no code cell in it: nothing was run." };

        var cells = new List<CellRecord>();
        TimeSpan? processorTime = null;
        try
        {
            await using var session = await SessionProcess.Start(options, cancellation).ConfigureAwait(false);
            var recorder = new OutputRecorder();
            var count = 0;
            for (var i = 0; i < executed.Cells.Count; i++)
            {
                var cell = executed.Cells[i];
                if (cell.Kind == CellKind.Code && !IsRunnable(cell)) cell.SetOutputs([], null);
                if (!IsRunnable(cell)) continue;
                progress(++count, total);
                var name = string.Create(CultureInfo.InvariantCulture, $"In[{count}]");
                recorder.Begin(count);
                var begin = clock.Elapsed;
                var outcome = await session.Run(cell.Runnable, name, recorder, cancellation).ConfigureAwait(false);
                cell.SetOutputs(recorder.Outputs, count);
                var failed = outcome.Kind is not CellOutcomeKind.Passed && !(outcome.Kind == CellOutcomeKind.Failed && cell.RaisesException);
                cells.Add(new CellRecord(name, i + 1, clock.Elapsed - begin, failed ? outcome.Error : null));
                if (!failed) continue;
                result = result with
                {
                    Status = outcome.Kind == CellOutcomeKind.TimedOut ? NotebookStatus.TimedOut : NotebookStatus.Failed,
                    Problem = Problem(name, outcome, options),
                };
                break;
            }
            if (result.Status == NotebookStatus.Passed) processorTime = session.ProcessorTime;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return result with { Status = NotebookStatus.Interrupted, Elapsed = clock.Elapsed, Cells = cells, Problem = "Interrupted." };
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException or TimeoutException)
        {
            return result with { Status = NotebookStatus.Failed, Elapsed = clock.Elapsed, Cells = cells, Problem = exception.Message };
        }
        result = result with { Elapsed = clock.Elapsed, Cells = cells, ProcessorTime = processorTime };
        return check && result.Status == NotebookStatus.Passed ? Check(result, committed) : result;
    }

    /// <summary>A code cell with something in it.</summary>
    public static bool IsRunnable(NotebookCell cell) => cell.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(cell.Source);

    private static string Problem(string name, CellOutcome outcome, SessionProcessOptions options) => outcome switch
    {
        { Kind: CellOutcomeKind.Failed, Error.Name: nameof(OutOfMemoryException) } =>
            string.Create(CultureInfo.InvariantCulture, $"{name} ran out of memory: it may take {options.MemoryLimit >> 20:N0} MB. Make it need less, or raise --memory."),
        { Kind: CellOutcomeKind.Failed } => $"{name} failed: {outcome.Error!.Name}: {outcome.Error.Value}",
        _ => outcome.Error!.Value,
    };

    private static NotebookResult Check(NotebookResult result, NotebookDocument committed)
    {
        var cells = result.Cells.Select(record => record with { Differences = Compare(committed.Cells[record.Position - 1], result.Executed!.Cells[record.Position - 1]) }).ToArray();
        var different = cells.Where(cell => cell.Differences.Count > 0).ToArray();
        return different.Length == 0 ? result : result with
        {
            Status = NotebookStatus.Differs,
            Cells = cells,
            Problem = $"{string.Join(", ", different.Select(cell => cell.Name))} {(different.Length == 1 ? "shows" : "show")} something else than what is committed.",
        };
    }

    private static IReadOnlyList<string> Compare(NotebookCell committed, NotebookCell executed) =>
        committed.IsVolatile ? [] : OutputComparison.Compare((JsonArray)committed.Outputs, executed.Outputs);
}
