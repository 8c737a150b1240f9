using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Seq2Seq.Host.Scripting.References;

namespace Seq2Seq.Host.Scripting.Compilation;

/// <summary>Compiles cells as a chain of script submissions: each sees what those before it declared.</summary>
internal sealed class SubmissionCompiler(SessionAssemblies assemblies, string folder)
{
    private static readonly CSharpParseOptions parseOptions = new(LanguageVersion.Latest, DocumentationMode.Parse, SourceCodeKind.Script);

    // What .NET Interactive opens with, and this host's notebook API.
    private static readonly string[] usings =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
    ];

    private readonly Lock gate = new();

    // A submission sees what those before it referenced. Named again they would be bound again, once more for every submission of the chain.
    private readonly HashSet<MetadataReference> inherited = [];
    private CSharpCompilation? template, straightTemplate;
    private int count, templateVersion;

    /// <summary>The newest submission that ran, with all before it behind it.</summary>
    public CSharpCompilation? Last { get; private set; }

    /// <summary>The text as a script.</summary>
    public static SyntaxTree Parse(string code, string name = "") =>
        CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), parseOptions, name);

    /// <summary>A submission behind the last one; nothing is kept of it until <see cref="Accept"/>.</summary>
    /// <remarks>
    /// All that stand behind the same last one come from one template and have its name: the framework's 160 references are then
    /// bound once, not for each, which is most of the time and memory of a short cell.
    /// </remarks>
    /// <param name="tree">The cell.</param>
    /// <param name="isStraight">See <see cref="StraightCell"/>: compiled without optimisation, and without the attributes of unsafe code.</param>
    public CSharpCompilation Compile(SyntaxTree tree, bool isStraight = false)
    {
        lock (gate)
        {
            if (template is null || templateVersion != assemblies.Version)
            {
                templateVersion = assemblies.Version;
                template = CSharpCompilation.CreateScriptCompilation(
                    string.Create(CultureInfo.InvariantCulture, $"cells-{count}-000000000"), null, assemblies.References.Where(reference => !inherited.Contains(reference)), Options(), Last, typeof(object));
                straightTemplate = null;
            }
            if (!isStraight) return template.AddSyntaxTrees(tree);
            // Not optimised, an asynchronous method's state is a class: the runtime then shares code for it that it makes anew for each struct.
            straightTemplate ??= template.WithOptions(template.Options.WithOptimizationLevel(OptimizationLevel.Debug).WithAllowUnsafe(false));
            return straightTemplate.AddSyntaxTrees(tree);
        }
    }

    /// <summary>Whether later cells could see something of this text: a variable, a type, a method, a using.</summary>
    public static bool Declares(SyntaxTree tree)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot();
        return root.Usings.Count > 0 || root.Externs.Count > 0 || root.AttributeLists.Count > 0 || root.ContainsDirectives ||
            root.Members.Any(member => member is not GlobalStatementSyntax { Statement: not (LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax) }) ||
            root.DescendantNodes().Any(node => node is SingleVariableDesignationSyntax);
    }

    /// <summary>From now on later cells see this submission.</summary>
    public void Accept(CSharpCompilation submission)
    {
        lock (gate)
        {
            Last = submission;
            inherited.UnionWith(submission.References);
            count++;
            template = null;
        }
    }

    /// <summary>The submission as bytes and debug information; null if there is nothing in it to run, as in a cell of usings.</summary>
    /// <exception cref="CompilationException">It has errors.</exception>
    public static (MemoryStream Image, MemoryStream? Symbols)? Emit(CSharpCompilation submission, bool withSymbols, CancellationToken cancellation)
    {
        var image = new MemoryStream();
        var symbols = withSymbols ? new MemoryStream() : null;
        var result = submission.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb),
            cancellationToken: cancellation);
        if (!result.Success)
        {
            // Without code the compiler emits nothing and says nothing. Asked twice, it makes two of an error.
            var errors = result.Diagnostics.Concat(submission.GetDiagnostics(cancellation)).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .DistinctBy(diagnostic => (diagnostic.Id, diagnostic.Location.SourceSpan, diagnostic.GetMessage(CultureInfo.InvariantCulture))).ToArray();
            return errors.Length > 0 ? throw new CompilationException([.. errors]) : null;
        }
        image.Position = 0;
        symbols?.Position = 0;
        return (image, symbols);
    }

    /// <summary>Whether the submission ends in a value: an expression without a semicolon whose type is not void, or a return.</summary>
    public static bool HasValue(CSharpCompilation submission)
    {
        var tree = submission.SyntaxTrees[0];
        var root = (CompilationUnitSyntax)tree.GetRoot();
        var statements = root.Members.OfType<GlobalStatementSyntax>().Select(member => member.Statement).ToArray();
        if (statements.Any(statement => statement.DescendantNodesAndSelf(node => node is StatementSyntax)
                .Any(node => node is ReturnStatementSyntax { Expression: not null }))) return true;
        if (root.Members.LastOrDefault() is not GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last })
            return false;
        var type = submission.GetSemanticModel(tree).GetTypeInfo(last.Expression);
        // A bare null, default or lambda has no type of its own but is a value.
        return type.ConvertedType is null ? type.Type?.SpecialType != SpecialType.System_Void : type.ConvertedType.SpecialType != SpecialType.System_Void;
    }

    private CSharpCompilationOptions Options() => new(
        OutputKind.DynamicallyLinkedLibrary,
        scriptClassName: $"Submission#{count}",
        usings: [.. usings, "Seq2Seq.Host.Notebook", "Seq2Seq.Host.Notebook.NotebookFunctions"],
        optimizationLevel: OptimizationLevel.Release,
        allowUnsafe: true,
        concurrentBuild: false,
        nullableContextOptions: NullableContextOptions.Disable,
        assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default,
        sourceReferenceResolver: new SourceFileResolver([], folder),
        metadataReferenceResolver: ScriptReferences.None,
        specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]);

    // #r is followed before the compiler sees the cell; one that is left stands below code, which the compiler says itself.
    private sealed class ScriptReferences : MetadataReferenceResolver
    {
        public static ScriptReferences None { get; } = new();

        public override System.Collections.Immutable.ImmutableArray<PortableExecutableReference> ResolveReference(
            string reference, string? baseFilePath, MetadataReferenceProperties properties) => [];

        public override bool Equals(object? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => 1;
    }
}
