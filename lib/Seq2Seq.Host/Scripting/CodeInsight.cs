namespace Seq2Seq.Host.Scripting;

/// <summary>What may replace the text from <c>Start</c> to <c>End</c> (UTF-16 units).</summary>
internal sealed record CompletionList(int Start, int End, IReadOnlyList<Completion> Items);

/// <summary>One proposal.</summary>
/// <param name="Text">What is inserted.</param>
/// <param name="Kind">In Jupyter's words: <c>function</c>, <c>class</c>, <c>instance</c>, <c>module</c>, <c>keyword</c>, <c>property</c>.</param>
internal sealed record Completion(string Text, string Kind);

/// <summary>A symbol's signature and documentation.</summary>
internal sealed record Inspection(string Text, string Markdown);

/// <summary>Whether a text can run.</summary>
internal enum Completeness
{
    /// <summary>It can run.</summary>
    Complete,

    /// <summary>More lines are needed.</summary>
    Incomplete,

    /// <summary>No further line makes it right.</summary>
    Invalid,
}
