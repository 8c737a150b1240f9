using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Seq2Seq.Host.Scripting.Compilation;

/// <summary>A cell that the compiler turned down.</summary>
internal sealed class CompilationException(ImmutableArray<Diagnostic> errors) : Exception("The cell does not compile.")
{
    /// <summary>The compiler's errors, in source order.</summary>
    public ImmutableArray<Diagnostic> Errors { get; } = [.. errors.OrderBy(error => error.Location.SourceSpan.Start)];
}
