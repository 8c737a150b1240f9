using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Seq2Seq.Host.Scripting.Compilation;

/// <summary>Tells a cell whose own code runs once from top to bottom: a call, an assignment, a value to show.</summary>
/// <remarks>
/// Optimising such code gains nothing, and nobody but this host sees the debug information: the cell catches nothing and leaves no code behind.
/// It is compiled the quick way; should it throw, <see cref="LateLines"/> finds the line.
/// </remarks>
internal static class StraightCell
{
    /// <summary>Whether the text, which declares nothing, is such a cell.</summary>
    public static bool Is(CompilationUnitSyntax root)
    {
        foreach (var node in root.DescendantNodes())
        {
            switch (node)
            {
                case WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or GotoStatementSyntax:
                case TryStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax:
                case UnsafeStatementSyntax or FixedStatementSyntax or StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax:
                    return false;
            }
        }
        return true;
    }
}
