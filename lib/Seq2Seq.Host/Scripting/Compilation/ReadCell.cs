using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Seq2Seq.Host.Scripting.Compilation;

/// <summary>A cell that only shows a constant or a variable: its value is there already, no code has to be made for it.</summary>
/// <remarks>The compiler's own model decides what the text means; whatever it does not call a constant or a variable is compiled and run.</remarks>
internal static class ReadCell
{
    /// <summary>The expression, if the text could be such a cell.</summary>
    public static ExpressionSyntax? Expression(SyntaxTree tree)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot();
        if (root.Members is not [GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } statement }]) return null;
        if (root.Usings.Count > 0 || root.Externs.Count > 0 || root.AttributeLists.Count > 0 || root.ContainsDirectives || tree.GetDiagnostics().Any()) return null;
        return statement.Expression is IdentifierNameSyntax || statement.Expression.DescendantNodesAndSelf().All(CanBeConstant) ? statement.Expression : null;
    }

    /// <summary>Reads the value; false if it is neither a constant nor a variable.</summary>
    /// <param name="submission">The cell, compiled as far as its meaning.</param>
    /// <param name="expression">What <see cref="Expression"/> found in it.</param>
    /// <param name="chain">Holds the variables.</param>
    /// <param name="value">The value.</param>
    public static bool TryRead(CSharpCompilation submission, ExpressionSyntax expression, SubmissionChain chain, out object? value)
    {
        var model = submission.GetSemanticModel(expression.SyntaxTree);
        if (expression is IdentifierNameSyntax)
        {
            value = null;
            return model.GetSymbolInfo(expression).Symbol is IFieldSymbol { ContainingType.IsScriptClass: true, IsStatic: false, IsConst: false } field
                && chain.TryRead(field.ContainingAssembly.Name, field.Name, out value);
        }
        var constant = model.GetConstantValue(expression);
        value = constant.Value;
        // A constant of an enumeration comes as its number.
        return constant.HasValue && value is not null && model.GetTypeInfo(expression).Type is { TypeKind: not TypeKind.Enum } type
            && type.SpecialType != SpecialType.None;
    }

    private static bool CanBeConstant(SyntaxNode node) => node is LiteralExpressionSyntax or ParenthesizedExpressionSyntax or BinaryExpressionSyntax
        or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression or (int)SyntaxKind.UnaryPlusExpression };
}
