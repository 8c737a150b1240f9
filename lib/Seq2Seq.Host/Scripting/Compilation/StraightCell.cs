using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Seq2Seq.Host.Scripting.Compilation;

/// <summary>Tells a cell whose own code runs once from top to bottom: variables, calls, assignments, a value to show.</summary>
/// <remarks>
/// Optimising such code gains nothing, and nobody but this host sees its debug information: the cell catches nothing and leaves no code behind.
/// It is compiled the quick way; should it throw, <see cref="LateLines"/> finds the line.
/// </remarks>
internal static class StraightCell
{
    /// <summary>Whether the text is such a cell.</summary>
    public static bool Is(CompilationUnitSyntax root)
    {
        // The members of a script: statements, and the variables it declares.
        if (!root.Members.All(member => member is GlobalStatementSyntax or FieldDeclarationSyntax)) return false;
        foreach (var node in root.DescendantNodes())
        {
            switch (node)
            {
                case WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or GotoStatementSyntax:
                case TryStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax:
                    return false;
            }
        }
        return !root.DescendantTokens().Any(token => token.IsKind(SyntaxKind.UnsafeKeyword));
    }
}
