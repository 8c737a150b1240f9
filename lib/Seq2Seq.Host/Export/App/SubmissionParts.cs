using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Seq2Seq.Host.Scripting.Compilation;

namespace Seq2Seq.Host.Export.App;

/// <summary>Takes one cell's C# apart: statements for Main, declarations for the class.</summary>
internal sealed class SubmissionParts
{
    private static readonly SymbolDisplayFormat typeFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private readonly CompilationUnitSyntax root;
    private readonly SemanticModel model;
    private readonly string cell;
    private readonly NameTable names;
    private readonly AppParts parts;
    private readonly SortedList<int, TextChange> changes = [];

    private SubmissionParts(CSharpCompilation submission, string cell, NameTable names, AppParts parts)
    {
        root = (CompilationUnitSyntax)submission.SyntaxTrees[0].GetRoot();
        model = submission.GetSemanticModel(submission.SyntaxTrees[0]);
        (this.cell, this.names, this.parts) = (cell, names, parts);
    }

    /// <summary>Adds a cell's code to the app.</summary>
    public static void Add(SubmissionCompiler compiler, string code, string cell, bool mayFail, NameTable names, AppParts parts)
    {
        var submission = compiler.Compile(SubmissionCompiler.Parse(code, cell));
        if (submission.GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
        {
            if (!mayFail) throw new ExportException($"{cell} does not compile: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
            parts.Statement($"// {cell} is meant not to compile: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
            return;
        }
        var hasValue = SubmissionCompiler.HasValue(submission);
        compiler.Accept(submission);
        new SubmissionParts(submission, cell, names, parts).Add(hasValue);
    }

    private void Add(bool hasValue)
    {
        Declare();
        Rename();
        foreach (var directive in root.Usings) parts.Using(directive.WithoutTrivia().ToString());
        for (var i = 0; i < root.Members.Count; i++)
        {
            switch (root.Members[i])
            {
                case GlobalStatementSyntax statement:
                    AddStatement(statement, hasValue && i == root.Members.Count - 1);
                    break;
                case FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.ConstKeyword):
                    parts.Member(WithModifiers(field, isStatic: false));
                    break;
                case FieldDeclarationSyntax field:
                    AddVariables(field);
                    break;
                case BaseTypeDeclarationSyntax or DelegateDeclarationSyntax:
                    parts.Member(WithModifiers(root.Members[i], isStatic: false));
                    break;
                default:
                    parts.Member(WithModifiers(root.Members[i], isStatic: true));
                    break;
            }
        }
        var rest = root.EndOfFileToken.LeadingTrivia.ToFullString().Trim('\n');
        if (rest.Trim().Length > 0) parts.Statement(rest);
    }

    private void Declare()
    {
        foreach (var member in root.Members)
        {
            if (member is FieldDeclarationSyntax or EventFieldDeclarationSyntax)
            {
                foreach (var variable in ((BaseFieldDeclarationSyntax)member).Declaration.Variables)
                {
                    var symbol = model.GetDeclaredSymbol(variable)!;
                    names.Declare(symbol, isLocal: symbol is IFieldSymbol field && IsUnnameable(field.Type));
                }
            }
            else if (member is GlobalStatementSyntax)
            {
                foreach (var designation in member.DescendantNodes().OfType<SingleVariableDesignationSyntax>())
                {
                    // Those that belong to the script, not to a block or a lambda inside the statement.
                    if (model.GetDeclaredSymbol(designation) is IFieldSymbol field) names.Declare(field, isLocal: IsPattern(designation) || IsUnnameable(field.Type));
                }
            }
            else if (model.GetDeclaredSymbol(member) is { } symbol)
            {
                names.Declare(symbol, isLocal: false);
            }
        }
    }

    // Every identifier that means a declared symbol gets the symbol's name in the app.
    private void Rename()
    {
        foreach (var node in root.DescendantNodes())
        {
            var (token, symbol) = node switch
            {
                SimpleNameSyntax name => (name.Identifier, model.GetSymbolInfo(name).Symbol),
                VariableDeclaratorSyntax variable => (variable.Identifier, model.GetDeclaredSymbol(variable)),
                SingleVariableDesignationSyntax designation => (designation.Identifier, model.GetDeclaredSymbol(designation)),
                MethodDeclarationSyntax method => (method.Identifier, model.GetDeclaredSymbol(method)),
                PropertyDeclarationSyntax property => (property.Identifier, model.GetDeclaredSymbol(property)),
                BaseTypeDeclarationSyntax type => (type.Identifier, model.GetDeclaredSymbol(type)),
                DelegateDeclarationSyntax type => (type.Identifier, model.GetDeclaredSymbol(type)),
                ConstructorDeclarationSyntax constructor => (constructor.Identifier, model.GetDeclaredSymbol(constructor)?.ContainingType),
                DestructorDeclarationSyntax destructor => (destructor.Identifier, model.GetDeclaredSymbol(destructor)?.ContainingType),
                _ => (default, default(ISymbol)),
            };
            if (symbol is null) continue;
            if (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor }) symbol = symbol.ContainingType;
            if (symbol is IMethodSymbol { ReducedFrom: { } reduced }) symbol = reduced;
            symbol = symbol.OriginalDefinition;
            if (names.Find(symbol) is not { } named) continue;
            if (names.IsLocal(symbol) && node.Ancestors().Any(outer => outer is MethodDeclarationSyntax or BaseTypeDeclarationSyntax or PropertyDeclarationSyntax))
                throw new ExportException($"{cell}: a method uses {symbol.Name}, whose type has no name an app could give to a field. Give it a named type.");
            if (token.ValueText != named) changes[token.SpanStart] = new TextChange(token.Span, named);
        }
    }

    private void AddStatement(GlobalStatementSyntax member, bool isValue)
    {
        var statement = member.Statement;
        if (statement.DescendantNodesAndSelf(node => node is StatementSyntax).OfType<ReturnStatementSyntax>().Any())
            throw new ExportException($"{cell}: a return outside of a method has no meaning in an app.");
        // Fields are declared in the class: "var (a, b) = ..." and "out var n" only assign them here.
        foreach (var declaration in statement.DescendantNodes().OfType<DeclarationExpressionSyntax>())
        {
            var fields = declaration.Designation.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>().Select(designation => model.GetDeclaredSymbol(designation)).OfType<IFieldSymbol>().ToArray();
            if (fields.Length == 0 || fields.Any(names.IsLocal)) continue;
            foreach (var field in fields) AddField(field);
            changes[declaration.Type.SpanStart] = new TextChange(TextSpan.FromBounds(declaration.Type.SpanStart, declaration.Designation.SpanStart), "");
        }
        if (!isValue || statement is not ExpressionStatementSyntax { SemicolonToken.IsMissing: true } value)
        {
            parts.Statement(Rewritten(member.FullSpan) + (statement is ExpressionStatementSyntax { SemicolonToken.IsMissing: true } ? ";" : ""));
            return;
        }
        var before = Rewritten(TextSpan.FromBounds(member.FullSpan.Start, value.Expression.SpanStart));
        var after = Rewritten(TextSpan.FromBounds(value.Expression.Span.End, member.FullSpan.End)).TrimEnd();
        parts.Statement($"{before}Seq2Seq.Host.Notebook.AppStart.Show({Rewritten(value.Expression.Span)});{(after.Length > 0 ? " " + after : "")}");
    }

    private void AddVariables(FieldDeclarationSyntax member)
    {
        var declaration = member.Declaration;
        var comments = Rewritten(TextSpan.FromBounds(member.FullSpan.Start, member.SpanStart));
        foreach (var variable in declaration.Variables)
        {
            var field = (IFieldSymbol)model.GetDeclaredSymbol(variable)!;
            var name = names.Find(field)!;
            var isLocal = names.IsLocal(field);
            if (!isLocal) parts.Member($"public static {(declaration.Type.IsVar ? TypeText(field.Type) : Rewritten(declaration.Type.Span))} {name};");
            if (variable.Initializer is not { } initializer) continue;
            var text = Rewritten(initializer.Value.Span);
            if (initializer.Value is InitializerExpressionSyntax) text = $"new {Rewritten(declaration.Type.Span)} {text}";
            var trailing = variable == declaration.Variables.Last() ? Rewritten(TextSpan.FromBounds(member.Span.End, member.FullSpan.End)).TrimEnd() : "";
            parts.Statement($"{comments}{(isLocal ? "var " : "")}{name} = {text};{trailing}");
            comments = "";
        }
    }

    private void AddField(IFieldSymbol field) => parts.Member($"public static {TypeText(field.Type)} {names.Find(field)};");

    private string WithModifiers(MemberDeclarationSyntax member, bool isStatic)
    {
        var modifiers = member.Modifiers;
        var place = modifiers.Count > 0 ? modifiers[0].SpanStart : member.ChildNodesAndTokens().First(child => !child.IsKind(SyntaxKind.AttributeList)).SpanStart;
        var isVisible = modifiers.Any(SyntaxKind.PublicKeyword) || modifiers.Any(SyntaxKind.PrivateKeyword) || modifiers.Any(SyntaxKind.InternalKeyword);
        var added = (isVisible ? "" : "public ") + (isStatic && !modifiers.Any(SyntaxKind.StaticKeyword) ? "static " : "");
        return Rewritten(TextSpan.FromBounds(member.FullSpan.Start, place)) + added + Rewritten(TextSpan.FromBounds(place, member.FullSpan.End)).TrimEnd();
    }

    private string Rewritten(TextSpan span)
    {
        var source = root.SyntaxTree.GetText();
        var text = new StringBuilder();
        var position = span.Start;
        foreach (var change in changes.Values)
        {
            if (change.Span.Start < position || change.Span.End > span.End) continue;
            text.Append(source.ToString(TextSpan.FromBounds(position, change.Span.Start))).Append(change.NewText);
            position = change.Span.End;
        }
        return text.Append(source.ToString(TextSpan.FromBounds(position, span.End))).ToString();
    }

    // The type's full name; a cell's own type is nested in the app's class and needs none.
    private string TypeText(ITypeSymbol type)
    {
        var text = new StringBuilder();
        var display = type.ToDisplayParts(typeFormat);
        for (var i = 0; i < display.Length; i++)
        {
            var part = display[i];
            var isSubmission = part.Symbol is INamedTypeSymbol { IsScriptClass: true } || part.ToString().StartsWith("Submission#", StringComparison.Ordinal);
            if (isSubmission)
            {
                if (i + 1 < display.Length && display[i + 1].ToString() == ".") i++;
                continue;
            }
            text.Append(part.Symbol is INamedTypeSymbol named && names.Find(named.OriginalDefinition) is { } renamed ? renamed : part.ToString());
        }
        return text.ToString();
    }

    private static bool IsPattern(SingleVariableDesignationSyntax designation) => designation.Ancestors().Any(node => node is PatternSyntax);

    private static bool IsUnnameable(ITypeSymbol type) => type switch
    {
        { IsAnonymousType: true } => true,
        IArrayTypeSymbol array => IsUnnameable(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsUnnameable),
        _ => false,
    };
}
