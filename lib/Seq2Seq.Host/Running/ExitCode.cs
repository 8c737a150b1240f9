namespace Seq2Seq.Host.Running;

/// <summary>What <c>course run</c> tells its caller.</summary>
internal static class ExitCode
{
    public const int Fine = 0;
    public const int Usage = 1;
    public const int CellFailed = 2;
    public const int OutputsDiffer = 3;
    public const int TimedOut = 4;
    public const int Interrupted = 130;

    /// <summary>The gravest of all results.</summary>
    public static int Of(IEnumerable<NotebookResult> results)
    {
        var all = results.Select(result => result.Status).ToHashSet();
        return all.Contains(NotebookStatus.Interrupted) ? Interrupted
            : all.Contains(NotebookStatus.Failed) ? CellFailed
            : all.Contains(NotebookStatus.TimedOut) || all.Contains(NotebookStatus.TooSlow) ? TimedOut
            : all.Contains(NotebookStatus.Differs) ? OutputsDiffer
            : Fine;
    }
}
