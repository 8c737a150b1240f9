namespace Seq2Seq.Host.Scripting;

/// <summary>Something a cell shows. Text of a JSON MIME type is JSON; of a binary one, base64.</summary>
internal abstract record CellOutput;

/// <summary>Text written to a console stream.</summary>
/// <param name="Name"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">What was written; neighbouring pieces may have been joined.</param>
internal sealed record StreamOutput(string Name, string Text) : CellOutput;

/// <summary>A value on show.</summary>
/// <param name="Id">Names the display for later updates; null if it can't be updated.</param>
/// <param name="Data">MIME type to text, richest form included.</param>
/// <param name="IsUpdate">Replaces every earlier display of the same id, wherever it stands.</param>
/// <param name="IsResult">The value of the cell's trailing expression.</param>
internal sealed record DisplayOutput(string? Id, IReadOnlyDictionary<string, string> Data, bool IsUpdate = false,
    bool IsResult = false) : CellOutput;

/// <summary>The failure that ended the cell.</summary>
/// <param name="Name">The exception's type name, <c>CompilationError</c> for one of the compiler.</param>
/// <param name="Value">Its message.</param>
/// <param name="Traceback">The whole report, one line each, no colours; cell and line stand in it.</param>
internal sealed record ErrorOutput(string Name, string Value, IReadOnlyList<string> Traceback) : CellOutput;

/// <summary>Takes what a cell shows, in order; calls never overlap and do not come after the cell's result.</summary>
internal interface IOutputSink
{
    /// <summary>Takes one output. May block to slow the cell down.</summary>
    void Write(CellOutput output);
}
