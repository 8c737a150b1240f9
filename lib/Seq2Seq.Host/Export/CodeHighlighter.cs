using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Seq2Seq.Host.Formatting;
using Seq2Seq.Host.Scripting.Compilation;

namespace Seq2Seq.Host.Export;

/// <summary>C# as HTML with classes: k keyword, s string, n number, c comment, t type, m method, d directive.</summary>
internal static class CodeHighlighter
{
    /// <summary>The code, escaped and marked.</summary>
    public static string ToHtml(string code)
    {
        code = code.ReplaceLineEndings("\n");
        var lines = code.Split('\n');
        // A directive reads as a comment to the compiler's lexer; the length stays the same.
        var lexed = string.Join('\n', lines.Select(line => IsDirective(line) ? "//" + line[2..] : line));
        var html = new StringBuilder();
        var position = 0;
        void Mark(int start, int end, string? kind)
        {
            if (start < position || end <= start) return;
            html.Append(HtmlText.Escape(code[position..start]));
            var text = HtmlText.Escape(code[start..end]);
            html.Append(kind is null ? text : $"<span class=\"{kind}\">{text}</span>");
            position = end;
        }
        foreach (var token in SubmissionCompiler.Parse(lexed).GetRoot().DescendantTokens(descendIntoTrivia: true))
        {
            foreach (var trivia in token.LeadingTrivia) MarkTrivia(trivia);
            Mark(token.Span.Start, token.Span.End, Kind(token));
            foreach (var trivia in token.TrailingTrivia) MarkTrivia(trivia);
        }
        return html.Append(HtmlText.Escape(code[position..])).ToString();

        void MarkTrivia(SyntaxTrivia trivia)
        {
            if (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)
                || trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia))
                Mark(trivia.Span.Start, trivia.Span.End, code[trivia.Span.Start] == '#' ? "d" : "c");
        }
    }

    private static bool IsDirective(string line) =>
        line.StartsWith("#!", StringComparison.Ordinal) || line.StartsWith("#r", StringComparison.Ordinal) || line.StartsWith("#i ", StringComparison.Ordinal);

    private static string? Kind(SyntaxToken token)
    {
        if (SyntaxFacts.IsKeywordKind(token.Kind()) || SyntaxFacts.IsContextualKeyword(token.Kind())) return "k";
        return token.Kind() switch
        {
            SyntaxKind.NumericLiteralToken => "n",
            SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.InterpolatedStringStartToken
                or SyntaxKind.InterpolatedStringEndToken or SyntaxKind.InterpolatedVerbatimStringStartToken or SyntaxKind.SingleLineRawStringLiteralToken
                or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken
                or SyntaxKind.InterpolatedRawStringEndToken or SyntaxKind.Utf8StringLiteralToken => "s",
            SyntaxKind.IdentifierToken => Identifier(token),
            _ => null,
        };
    }

    private static string? Identifier(SyntaxToken token)
    {
        if (token.Text == "var" && token.Parent is IdentifierNameSyntax { Parent: VariableDeclarationSyntax or DeclarationExpressionSyntax or ForEachStatementSyntax }) return "k";
        return token.Parent switch
        {
            TypeDeclarationSyntax or EnumDeclarationSyntax or DelegateDeclarationSyntax => "t",
            MethodDeclarationSyntax or LocalFunctionStatementSyntax => "m",
            SimpleNameSyntax { Parent: ObjectCreationExpressionSyntax or VariableDeclarationSyntax or ParameterSyntax or TypeArgumentListSyntax or BaseTypeSyntax or ArrayTypeSyntax or NullableTypeSyntax } => "t",
            SimpleNameSyntax { Parent: InvocationExpressionSyntax } => "m",
            SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access } name when access.Name == name => "m",
            _ => null,
        };
    }
}
