using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Seq2Seq.Host.Documents;
using Seq2Seq.Host.Running;
using Seq2Seq.Host.Scripting.Compilation;
using Seq2Seq.Host.Scripting.Directives;
using Seq2Seq.Host.Scripting.References;

namespace Seq2Seq.Host.Export.App;

/// <summary>
/// A notebook as one file-based app: <c>dotnet run NN.cs</c> prints what the cells print, and a debugger steps through them.
/// </summary>
/// <remarks>
/// Cells follow one another in Main; variables become static fields, functions static methods, types nested types. What a later cell declares
/// again gets a number behind its name, wherever the later one is meant.
/// </remarks>
internal static partial class AppExport
{
    /// <summary>The app's source.</summary>
    /// <param name="notebook">The notebook file.</param>
    /// <param name="target">Where the app will stand: paths in it start there.</param>
    /// <exception cref="ExportException">The notebook holds something an app can't.</exception>
    public static string Of(string notebook, string target)
    {
        var document = NotebookFile.Read(notebook);
        var folder = Path.GetDirectoryName(Path.GetFullPath(notebook))!;
        var home = Path.GetDirectoryName(Path.GetFullPath(target))!;
        using var assemblies = new SessionAssemblies();
        var compiler = new SubmissionCompiler(assemblies, folder);
        var names = new NameTable();
        var parts = new AppParts();
        var headers = new SortedSet<string>(StringComparer.Ordinal);
        var count = 0;
        foreach (var cell in document.Cells.Where(NotebookRun.IsRunnable))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"In[{++count}]");
            parts.BeginCell(name, cell.RaisesException);
            foreach (var step in Parse(cell, name))
            {
                switch (step)
                {
                    case CSharpStep code:
                        SubmissionParts.Add(compiler, code.Code, name, cell.RaisesException, names, parts);
                        break;
                    case ContentStep content when content.MimeType is "text/markdown" or "text/html":
                        break;
                    case ReferenceStep reference:
                        headers.UnionWith(Reference(reference, name, folder, home));
                        assemblies.Add(reference.Path, folder);
                        break;
                    case PackageStep package:
                        headers.Add($"#:package {package.Name}@{package.Version ?? "*"}");
                        Restore(package, assemblies, folder, name);
                        break;
                    case TimeStep or ListDirectivesStep or PackageSourceStep or ContentStep:
                        break;
                    default:
                        throw new ExportException($"{name}: {step.GetType().Name.Replace("Step", "", StringComparison.Ordinal)} directives have no place in an app.");
                }
            }
            parts.EndCell();
        }
        if (count == 0) throw new ExportException($"{notebook} has no code cell: there is nothing to export.");
        return Source(Path.GetFileName(notebook), Path.GetRelativePath(home, folder).Replace('\\', '/'), headers, parts);
    }

    private static IReadOnlyList<CellStep> Parse(NotebookCell cell, string name)
    {
        try
        {
            return CellParser.Parse(cell.Runnable);
        }
        catch (DirectiveException exception)
        {
            throw new ExportException($"{name}: {exception.Message}");
        }
    }

    // A library of this repository becomes a project reference; framework assemblies are there anyway.
    private static IEnumerable<string> Reference(ReferenceStep step, string name, string folder, string home)
    {
        var full = Path.GetFullPath(step.Path, folder).Replace('\\', '/');
        var match = Artifact().Match(full);
        if (match.Success)
        {
            var project = Path.Combine(match.Groups["root"].Value, "lib", match.Groups["project"].Value);
            if (Directory.Exists(project)) return [$"#:project {Path.GetRelativePath(home, project).Replace('\\', '/')}"];
        }
        if (!File.Exists(full) && FrameworkAssemblies.Paths.ContainsKey(Path.GetFileNameWithoutExtension(step.Path))) return [];
        throw new ExportException($"{name}: #r \"{step.Path}\": an app can reference projects and packages, not assembly files.");
    }

    private static void Restore(PackageStep step, SessionAssemblies assemblies, string folder, string name)
    {
        var packages = new PackageRestore();
        packages.Add(step.Name, step.Version);
        try
        {
            packages.Restore(assemblies, folder);
        }
        catch (InvalidOperationException exception)
        {
            throw new ExportException($"{name}: {exception.Message}");
        }
    }

    private static string Source(string notebook, string folder, IEnumerable<string> headers, AppParts parts)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"// Made from {notebook} by: course export cs. Run it with: dotnet run FILE.\n");
        foreach (var header in headers) text.Append(header).Append('\n');
        // The defaults of file-based apps, and of a repository around it, are for other code than cells.
        foreach (var property in new[]
        {
            "PublishAot=false", "Nullable=disable", "ImplicitUsings=disable", "AllowUnsafeBlocks=true", "TreatWarningsAsErrors=false", "EnforceCodeStyleInBuild=false",
            "RunAnalyzers=false", "GenerateDocumentationFile=false", "ManagePackageVersionsCentrally=false", "RestorePackagesWithLockFile=false", "WarningLevel=0", "LangVersion=latest",
        })
            text.Append("#:property ").Append(property).Append('\n');
        text.Append('\n');
        string[] usings = ["using System;", "using System.Collections;", "using System.Collections.Generic;", "using System.Linq;", "using System.Text;", "using System.Threading.Tasks;",
            "using Seq2Seq.Host.Notebook;", "using static Seq2Seq.Host.Notebook.NotebookFunctions;"];
        foreach (var line in usings.Concat(parts.Usings).Distinct()) text.Append(line).Append('\n');
        text.Append("\npublic static class Notebook\n{\n    public static async Task Main()\n    {\n");
        text.Append(CultureInfo.InvariantCulture, $"        Seq2Seq.Host.Notebook.AppStart.Begin({Quote(folder)});\n");
        text.Append(SourceIndent.Apply(parts.Body, 8)).Append("        await Task.CompletedTask;\n    }\n");
        text.Append(SourceIndent.Apply(parts.Members, 4)).Append("}\n\n// From here on: how values are printed, as the notebook host does it.\n");
        text.Append(AppSupport.Source);
        return text.ToString();
    }

    private static string Quote(string text) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);

    [GeneratedRegex("^(?<root>.*)/artifacts/bin/(?<project>[^/]+)/release/", RegexOptions.IgnoreCase)]
    private static partial Regex Artifact();
}
