using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Seq2Seq.Host.Scripting.Compilation;

namespace Seq2Seq.Host.Scripting.Insight;

/// <summary>Whether a text can run: unfinished first, then wrong, for an unfinished text has syntax errors too.</summary>
internal static class CompletenessCheck
{
    public static Completeness Of(string code)
    {
        var tree = SubmissionCompiler.Parse(code);
        if (!SyntaxFactory.IsCompleteSubmission(tree)) return Completeness.Incomplete;
        var isDirective = code.StartsWith("#!", StringComparison.Ordinal);
        return !isDirective && tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? Completeness.Invalid : Completeness.Complete;
    }
}
