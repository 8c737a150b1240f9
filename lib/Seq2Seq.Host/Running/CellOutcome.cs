using Seq2Seq.Host.Scripting;

namespace Seq2Seq.Host.Running;

/// <summary>How a cell ended, seen from outside its process.</summary>
internal enum CellOutcomeKind
{
    /// <summary>It ran to its end.</summary>
    Passed,

    /// <summary>It did not compile, or it threw.</summary>
    Failed,

    /// <summary>It ran longer than allowed.</summary>
    TimedOut,

    /// <summary>It took its process down.</summary>
    Crashed,
}

/// <summary>How a cell ended; the error is set unless it passed.</summary>
internal sealed record CellOutcome(CellOutcomeKind Kind, ErrorOutput? Error = null);
