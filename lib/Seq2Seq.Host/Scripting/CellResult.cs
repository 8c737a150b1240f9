namespace Seq2Seq.Host.Scripting;

/// <summary>How a cell ended.</summary>
internal enum CellStatus
{
    /// <summary>It ran to its end.</summary>
    Succeeded,

    /// <summary>It did not compile, or it threw.</summary>
    Failed,

    /// <summary>It was interrupted.</summary>
    Interrupted,
}

/// <summary>How a cell ended, and with which error; the error went to the sink as well.</summary>
internal sealed record CellResult(CellStatus Status, ErrorOutput? Error)
{
    /// <summary>It ran to its end.</summary>
    public static CellResult Success { get; } = new(CellStatus.Succeeded, null);
}

/// <summary>One expression's value as MIME type to text, or the error that stood in its way.</summary>
internal sealed record Evaluation(IReadOnlyDictionary<string, string>? Data, ErrorOutput? Error);
