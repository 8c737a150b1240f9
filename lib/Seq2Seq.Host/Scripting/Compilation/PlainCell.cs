using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Seq2Seq.Host.Scripting.Compilation;

/// <summary>
/// A cell of one line that computes with numbers and text, sets a variable to such a value or prints it: <c>x + 1</c>, <c>x = 5;</c>,
/// <c>Console.WriteLine($"{x}");</c>. It is evaluated from the compiler's model; making and loading code for it would take four times as long.
/// </summary>
/// <remarks>
/// Nothing has happened before the value is there, so whoever finds that computing it throws can still have the cell compiled and run: the
/// exception then has its trace. What the model calls anything else than <see cref="PlainExpression"/> knows is compiled from the start.
/// </remarks>
/// <param name="Value">Computes the value; may throw, and does nothing else.</param>
/// <param name="Effect">What is done with it.</param>
/// <param name="IsShown">It is the cell's value.</param>
internal sealed record PlainCell(Func<object?> Value, Action<object?> Effect, bool IsShown)
{
    /// <summary>The cell, if the text is of that kind.</summary>
    public static PlainCell? Of(CSharpCompilation submission, SubmissionChain chain, CancellationToken cancellation)
    {
        var tree = submission.SyntaxTrees[0];
        var root = (CompilationUnitSyntax)tree.GetRoot(cancellation);
        if (root.Members is not [GlobalStatementSyntax { Statement: ExpressionStatementSyntax statement }] || !MayBe(statement.Expression)) return null;
        var model = submission.GetSemanticModel(tree);
        if (model.GetOperation(statement, cancellation) is not IExpressionStatementOperation { Operation: var operation }) return null;
        // Only what has a meaning for certain: an error in it, or a warning turned into one, is the compiler's to tell.
        if (Made(operation, chain, statement.SemicolonToken.IsMissing) is not { } cell) return null;
        return submission.GetDiagnostics(cancellation).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? null : cell;
    }

    private static PlainCell? Made(IOperation operation, SubmissionChain chain, bool isShown)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { IsRef: false, Target: IFieldReferenceOperation { Field: { IsReadOnly: false, IsVolatile: false } field } target } assignment
                when SymbolEqualityComparer.Default.Equals(target.Type, assignment.Value.Type) && PlainExpression.IsVariable(field) && chain.Has(field.ContainingAssembly.Name, field.Name):
                return PlainExpression.Of(assignment.Value, chain) is { } value
                    ? new PlainCell(value, result => chain.Write(field.ContainingAssembly.Name, field.Name, result), isShown) : null;
            case IInvocationOperation { TargetMethod: { Name: "Write" or "WriteLine", ContainingType: { Name: "Console", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } method } call:
                if (call.Arguments is not [{ ArgumentKind: ArgumentKind.Explicit, Value: var argument }] || PlainExpression.TypeOf(method.Parameters[0].Type) is not { } type) return null;
                if (typeof(Console).GetMethod(method.Name, [type]) is not { } print || PlainExpression.Of(argument, chain) is not { } printed) return null;
                return new PlainCell(printed, result => print.Invoke(null, System.Reflection.BindingFlags.DoNotWrapExceptions, null, [result], null), IsShown: false);
            default:
                return isShown && PlainExpression.Of(operation, chain) is { } shown ? new PlainCell(shown, _ => { }, true) : null;
        }
    }

    // A first look at the text alone, which costs nothing where it says no.
    private static bool MayBe(ExpressionSyntax expression) => expression.DescendantNodesAndSelf().All(node => node is IdentifierNameSyntax or LiteralExpressionSyntax
        or ParenthesizedExpressionSyntax or BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or CastExpressionSyntax or PredefinedTypeSyntax or InterpolatedStringExpressionSyntax
        or InterpolatedStringContentSyntax or InterpolationAlignmentClauseSyntax or InterpolationFormatClauseSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax
        or ArgumentListSyntax or ArgumentSyntax or AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression });
}
