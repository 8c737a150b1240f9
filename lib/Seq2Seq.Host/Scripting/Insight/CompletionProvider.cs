using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Seq2Seq.Host.Scripting.Compilation;

namespace Seq2Seq.Host.Scripting.Insight;

/// <summary>Names that may stand at a position: members behind a dot, otherwise everything in scope and the keywords.</summary>
internal static class CompletionProvider
{
    private const int Limit = 500;

    private static readonly string[] keywords = [.. SyntaxFacts.GetKeywordKinds().Select(SyntaxFacts.GetText)
        .Where(word => !word.StartsWith("__", StringComparison.Ordinal)).Concat(["var", "await", "async", "record", "when", "where", "yield", "nameof"])];

    public static CompletionList Complete(SubmissionCompiler compiler, string code, int position, CancellationToken cancellation)
    {
        position = Math.Clamp(position, 0, code.Length);
        var start = position;
        while (start > 0 && IsPart(code[start - 1])) start--;
        var end = position;
        while (end < code.Length && IsPart(code[end])) end++;
        var prefix = code[start..position];
        if (code.StartsWith("#!", StringComparison.Ordinal) && !code[..position].Contains('\n', StringComparison.Ordinal)) return Directives(code, position);

        var tree = SubmissionCompiler.Parse(code);
        var root = tree.GetRoot(cancellation);
        if (InsideText(root, start)) return new CompletionList(position, position, []);
        var model = compiler.Compile(tree).GetSemanticModel(tree);
        var symbols = SymbolsAt(model, root, code, start, out var behindDot);
        var items = symbols
            .Where(symbol => symbol.CanBeReferencedByName && Matches(symbol.Name, prefix))
            .GroupBy(symbol => symbol.Name, StringComparer.Ordinal)
            .Select(group => new Completion(group.Key, Kind(group.First())));
        if (!behindDot) items = items.Concat(keywords.Where(word => prefix.Length > 0 && Matches(word, prefix)).Select(word => new Completion(word, "keyword")));
        var sorted = items.DistinctBy(item => item.Text)
            .OrderByDescending(item => item.Text.StartsWith(prefix, StringComparison.Ordinal))
            .ThenBy(item => item.Text, StringComparer.OrdinalIgnoreCase)
            .Take(Limit)
            .ToArray();
        return new CompletionList(start, end, sorted);
    }

    private static IEnumerable<ISymbol> SymbolsAt(SemanticModel model, SyntaxNode root, string code, int start, out bool behindDot)
    {
        var dot = start - 1;
        while (dot > 0 && char.IsWhiteSpace(code[dot])) dot--;
        behindDot = dot >= 0 && code[dot] == '.' && (dot == 0 || code[dot - 1] != '.');
        if (!behindDot) return model.LookupSymbols(start);

        var owner = root.FindToken(dot).Parent switch
        {
            MemberAccessExpressionSyntax access => (SyntaxNode)access.Expression,
            QualifiedNameSyntax name => name.Left,
            MemberBindingExpressionSyntax binding => binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().First().Expression,
            _ => root,
        };
        if (owner == root) return [];
        var symbol = model.GetSymbolInfo(owner).Symbol;
        if (symbol is INamespaceSymbol or ITypeSymbol)
            return model.LookupSymbols(start, (INamespaceOrTypeSymbol)symbol).Where(member => member.IsStatic || member is INamespaceOrTypeSymbol);
        var type = model.GetTypeInfo(owner).Type;
        if (type is null or IErrorTypeSymbol) return [];
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T && root.FindToken(dot).Parent is MemberBindingExpressionSyntax)
            type = ((INamedTypeSymbol)type).TypeArguments[0];
        return model.LookupSymbols(start, type, includeReducedExtensionMethods: true).Where(member => !member.IsStatic || member is IMethodSymbol { IsExtensionMethod: true });
    }

    private static CompletionList Directives(string code, int position)
    {
        var prefix = code[..position];
        return new CompletionList(0, position, [.. Scripting.Directives.CellParser.Known.Select(known => known.Usage.Split(' ')[0]).Distinct()
            .Where(usage => usage.StartsWith(prefix, StringComparison.Ordinal)).Select(usage => new Completion(usage, "magic"))]);
    }

    private static bool InsideText(SyntaxNode root, int position)
    {
        var trivia = root.FindTrivia(position);
        if (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)) return true;
        var token = root.FindToken(position);
        return (token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.CharacterLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken))
            && token.SpanStart < position && position < token.Span.End;
    }

    private static bool Matches(string name, string prefix) => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private static bool IsPart(char character) => char.IsLetterOrDigit(character) || character == '_';

    private static string Kind(ISymbol symbol) => symbol switch
    {
        IMethodSymbol => "function",
        INamedTypeSymbol or ITypeParameterSymbol => "class",
        INamespaceSymbol => "module",
        IPropertySymbol or IEventSymbol => "property",
        _ => "instance",
    };
}
