using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Seq2Seq.Host.Scripting.Compilation;
using Seq2Seq.Host.Scripting.References;

namespace Seq2Seq.Host.Scripting.Insight;

/// <summary>Signature and documentation of what stands at a position.</summary>
internal static class InspectionProvider
{
    private static readonly SymbolDisplayFormat format = SymbolDisplayFormat.CSharpShortErrorMessageFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeContainingType)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut)
        .WithKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword)
        .WithLocalOptions(SymbolDisplayLocalOptions.IncludeType);

    public static Inspection? Inspect(SubmissionCompiler compiler, string code, int position, CancellationToken cancellation)
    {
        position = Math.Clamp(position, 0, code.Length);
        // Behind a name counts as on it.
        if (position > 0 && (position == code.Length || !IsPart(code[position])) && IsPart(code[position - 1])) position--;
        var tree = SubmissionCompiler.Parse(code);
        var root = tree.GetRoot(cancellation);
        var token = root.FindToken(position);
        if (token.Parent is null || !token.Span.Contains(position)) return null;
        var model = compiler.Compile(tree).GetSemanticModel(tree);
        var node = token.Parent;
        if (node is not (ExpressionSyntax or VariableDeclaratorSyntax or MemberDeclarationSyntax or LocalFunctionStatementSyntax or ParameterSyntax)) return null;
        var info = model.GetSymbolInfo(node, cancellation);
        var symbol = model.GetDeclaredSymbol(node, cancellation) ?? info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        if (symbol is null or { Kind: SymbolKind.ErrorType }) return null;

        var signature = symbol.ToDisplayString(format);
        var overloads = info.CandidateSymbols.Length > 1 ? info.CandidateSymbols.Length : symbol is IMethodSymbol method
            ? method.ContainingType?.GetMembers(method.Name).Length ?? 1 : 1;
        if (overloads > 1) signature += $"  (+ {overloads - 1} overloads)";
        var summary = Summary(symbol, cancellation);
        return new Inspection(summary.Length == 0 ? signature : $"{signature}\n\n{summary}", summary.Length == 0 ? $"```csharp\n{signature}\n```" : $"```csharp\n{signature}\n```\n\n{summary}");
    }

    private static string Summary(ISymbol symbol, CancellationToken cancellation)
    {
        var xml = symbol.OriginalDefinition.GetDocumentationCommentXml(System.Globalization.CultureInfo.InvariantCulture, cancellationToken: cancellation);
        if (string.IsNullOrEmpty(xml)) xml = FrameworkAssemblies.FindDocumentation(symbol.OriginalDefinition.GetDocumentationCommentId());
        if (string.IsNullOrEmpty(xml)) return "";
        try
        {
            var member = XElement.Parse(xml.StartsWith('<') ? xml : $"<member>{xml}</member>");
            var text = new StringBuilder();
            Append(text, member.DescendantsAndSelf("summary").FirstOrDefault());
            foreach (var parameter in member.Elements("param"))
            {
                text.Append("\n- ").Append(parameter.Attribute("name")?.Value).Append(": ");
                Append(text, parameter);
            }
            if (member.Element("returns") is { } returns) Append(text.Append("\n\nReturns "), returns);
            return text.ToString().Trim();
        }
        catch (XmlException)
        {
            return "";
        }
    }

    private static void Append(StringBuilder text, XElement? element)
    {
        if (element is null) return;
        foreach (var node in element.Nodes())
        {
            if (node is XText plain) text.Append(string.Join(' ', plain.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { } words
                ? (char.IsWhiteSpace(plain.Value, 0) ? " " : "") + words + (char.IsWhiteSpace(plain.Value, plain.Value.Length - 1) ? " " : "") : "");
            else if (node is XElement child && (child.Attribute("cref") ?? child.Attribute("name") ?? child.Attribute("langword")) is { } reference)
                text.Append(reference.Value[(reference.Value.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('(')[0].Split('.')[^1]);
            else if (node is XElement other) Append(text, other);
        }
    }

    private static bool IsPart(char character) => char.IsLetterOrDigit(character) || character == '_';
}
