namespace Seq2Seq.Host.Scripting.Directives;

/// <summary>A directive that can't be followed.</summary>
internal sealed class DirectiveException(string message, int line) : Exception(message)
{
    /// <summary>The cell's line it stands on, counted from 1.</summary>
    public int Line { get; } = line;
}
