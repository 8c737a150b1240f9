namespace Seq2Seq.Host.Scripting;

/// <summary>Runs cells of one notebook, one after the other, on a thread it owns. Knows no protocol and no file format.</summary>
internal interface ICellRunner : IDisposable
{
    /// <summary>Runs a cell to its end. Calls queue up; outputs reach the sink while the cell runs.</summary>
    /// <remarks>Never throws for what the cell does: a failure is the last output and the result's error.</remarks>
    Task<CellResult> RunAsync(CellRequest request, IOutputSink sink, CancellationToken cancellation);

    /// <summary>The value of one expression, formatted; or why there is none. Adds nothing to the session.</summary>
    Task<Evaluation> EvaluateAsync(string expression, CancellationToken cancellation);

    /// <summary>Ends the running cell as if it had thrown, within moments; harmless when nothing runs. Any thread may call it.</summary>
    void Interrupt();

    /// <summary>What may stand at a position, given the session so far. Positions count UTF-16 units.</summary>
    Task<CompletionList> CompleteAsync(string code, int position, CancellationToken cancellation);

    /// <summary>What the symbol at a position is; null where there is none. Positions count UTF-16 units.</summary>
    Task<Inspection?> InspectAsync(string code, int position, CancellationToken cancellation);

    /// <summary>Whether the text can run as it is, wants more lines or is wrong in any case.</summary>
    Completeness Check(string code);
}
