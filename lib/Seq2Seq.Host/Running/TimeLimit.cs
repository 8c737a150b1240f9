using System.Globalization;

namespace Seq2Seq.Host.Running;

/// <summary>How long a notebook may take.</summary>
/// <remarks>
/// The limit is meant for an idle machine. There a run lasts no longer than its processor time (it waits for nothing), so a run that took
/// longer by the clock and less by the processor was kept waiting by others: that is said and not held against it.
/// </remarks>
internal static class TimeLimit
{
    /// <summary>The result, with a note or a problem where the run was longer than the limit.</summary>
    public static NotebookResult Judge(NotebookResult result, TimeSpan? limit)
    {
        if (limit is not { } most || result.Elapsed <= most || result.Status != NotebookStatus.Passed) return result;
        if (result.ProcessorTime is { } used && used <= most)
        {
            return result with
            {
                Note = string.Create(CultureInfo.InvariantCulture,
                    $"It took longer than {most.TotalSeconds:0.##} s, but only {used.TotalSeconds:0.0} s of processor time: the machine was busy."),
            };
        }
        return result with
        {
            Status = NotebookStatus.TooSlow,
            Problem = string.Create(CultureInfo.InvariantCulture,
                $"It took {result.Elapsed.TotalSeconds:0.0} s ({result.ProcessorTime?.TotalSeconds:0.0} s of processor time); a notebook may take {most.TotalSeconds:0.##} s. Use fewer seeds or steps or smaller models, or raise --limit."),
        };
    }
}
