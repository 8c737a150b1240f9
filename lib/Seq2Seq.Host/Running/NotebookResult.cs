using Seq2Seq.Host.Documents;
using Seq2Seq.Host.Scripting;

namespace Seq2Seq.Host.Running;

/// <summary>How a notebook's run ended.</summary>
internal enum NotebookStatus
{
    /// <summary>Every cell did what it should.</summary>
    Passed,

    /// <summary>A cell failed, or the file can't be read, or there was nothing to run.</summary>
    Failed,

    /// <summary>Outputs are not the committed ones.</summary>
    Differs,

    /// <summary>A cell ran too long.</summary>
    TimedOut,

    /// <summary>The whole took longer than a notebook may.</summary>
    TooSlow,

    /// <summary>Somebody stopped the run.</summary>
    Interrupted,
}

/// <summary>One executed cell.</summary>
/// <param name="Name"><c>In[3]</c>.</param>
/// <param name="Position">Its place among all cells, from 1.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Error">What ended it although nothing should have; null otherwise.</param>
internal sealed record CellRecord(string Name, int Position, TimeSpan Elapsed, ErrorOutput? Error)
{
    /// <summary>How its outputs differ from the committed ones.</summary>
    public IReadOnlyList<string> Differences { get; init; } = [];
}

/// <summary>A notebook's run.</summary>
internal sealed record NotebookResult(string Path, NotebookStatus Status, TimeSpan Elapsed, int CodeCells)
{
    /// <summary>The cells that ran.</summary>
    public IReadOnlyList<CellRecord> Cells { get; init; } = [];

    /// <summary>What the process might use of the machine.</summary>
    public RunMode Mode { get; init; } = new();

    /// <summary>Processor time of its process, all threads together; null where it died before it could be asked.</summary>
    public TimeSpan? ProcessorTime { get; init; }

    /// <summary>Why it isn't fine, in one line.</summary>
    public string? Problem { get; init; }

    /// <summary>Something to know of a run that is fine.</summary>
    public string? Note { get; init; }

    /// <summary>The notebook with its new outputs; null if it could not be read.</summary>
    public NotebookDocument? Executed { get; init; }
}
