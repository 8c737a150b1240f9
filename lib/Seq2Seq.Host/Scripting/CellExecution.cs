using System.Diagnostics;
using System.Globalization;
using System.Text;
using Seq2Seq.Host.Documents;
using Seq2Seq.Host.Formatting;
using Seq2Seq.Host.Scripting.Directives;

namespace Seq2Seq.Host.Scripting;

/// <summary>Carries out the steps of one cell.</summary>
internal sealed class CellExecution(ScriptSession session, CellRequest request, string folder)
{
    private const int ImportDepth = 8;

    private readonly Stack<string> importing = new();

    /// <summary>Runs text as a cell; the first step that fails ends it with its exception.</summary>
    public void Run(string code, CancellationToken cancellation)
    {
        var steps = CellParser.Parse(code);
        Reference(steps);
        Stopwatch? clock = null;
        foreach (var step in steps)
        {
            switch (step)
            {
                case TimeStep:
                    clock = Stopwatch.StartNew();
                    break;
                case CSharpStep csharp:
                    RunCSharp(csharp.Code, cancellation);
                    break;
                case ContentStep content:
                    Show(content.MimeType, content.Text);
                    break;
                case ImportStep import:
                    Import(import, cancellation);
                    break;
                case WhoStep who:
                    session.Outputs.Write(new DisplayOutput(null, VariableTable.Of(session.Chain.Ran, who.WithValues)));
                    break;
                case ListDirectivesStep:
                    ShowDirectives();
                    break;
                case ReferenceStep or PackageStep or PackageSourceStep:
                    break;
                default:
                    throw new InvalidOperationException($"Step {step.GetType().Name} has nobody to carry it out.");
            }
        }
        if (clock is not null) ShowTime(clock.Elapsed);
    }

    private void Reference(IReadOnlyList<CellStep> steps)
    {
        var restore = false;
        foreach (var step in steps)
        {
            try
            {
                switch (step)
                {
                    case ReferenceStep reference:
                        session.Assemblies.Add(reference.Path, folder);
                        break;
                    case PackageSourceStep source:
                        session.Packages.AddSource(source.Source);
                        break;
                    case PackageStep package:
                        restore |= session.Packages.Add(package.Name, package.Version);
                        break;
                }
            }
            catch (Exception exception) when (exception is IOException or BadImageFormatException or UnauthorizedAccessException)
            {
                throw new DirectiveException(exception.Message, ((ReferenceStep)step).Line);
            }
        }
        if (!restore) return;
        try
        {
            session.Packages.Restore(session.Assemblies, folder);
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new DirectiveException(exception.Message, steps.OfType<PackageStep>().First().Line);
        }
    }

    private void RunCSharp(string code, CancellationToken cancellation)
    {
        IReadOnlyDictionary<string, string>? shown = null;
        session.RunSubmission(code, request.Name, keep: true, value =>
        {
            if (value is not Notebook.DisplayedValue) shown = ValueFormatter.Format(value);
        }, cancellation);
        if (shown is not null) session.Outputs.Deliver(new DisplayOutput(null, shown, IsResult: true));
    }

    private void Import(ImportStep step, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(step.Path, folder);
        if (!File.Exists(path)) throw new DirectiveException($"#!import {step.Path} finds no file {path}. The path starts at the notebook's folder.", step.Line);
        if (importing.Contains(path) || importing.Count >= ImportDepth)
            throw new DirectiveException($"#!import {step.Path} comes back to itself: {string.Join(" > ", importing.Reverse().Append(path).Select(Path.GetFileName))}.", step.Line);
        importing.Push(path);
        switch (Path.GetExtension(path).ToUpperInvariant())
        {
            case ".IPYNB" or ".DIB":
                foreach (var cell in NotebookFile.Read(path).Cells.Where(cell => cell.Kind == CellKind.Code)) Run(cell.Runnable, cancellation);
                break;
            case ".CS" or ".CSX":
                Run(File.ReadAllText(path), cancellation);
                break;
            case ".HTML":
                Show("text/html", File.ReadAllText(path));
                break;
            case ".MD":
                Show("text/markdown", File.ReadAllText(path));
                break;
            default:
                throw new DirectiveException($"#!import {step.Path}: this host imports .ipynb, .dib, .cs, .csx, .html and .md files.", step.Line);
        }
        importing.Pop();
    }

    private void ShowTime(TimeSpan elapsed) =>
        Show("text/plain", string.Create(CultureInfo.InvariantCulture, $"Wall time: {elapsed.TotalMilliseconds:0.##}ms"));

    private void ShowDirectives()
    {
        var html = new StringBuilder("<table><tbody>");
        foreach (var (usage, meaning) in CellParser.Known)
            html.Append("<tr><td><code>").Append(HtmlText.Escape(usage)).Append("</code></td><td>").Append(HtmlText.Escape(meaning)).Append("</td></tr>");
        session.Outputs.Write(new DisplayOutput(null, new Dictionary<string, string>
        {
            ["text/html"] = html.Append("</tbody></table>").ToString(),
            ["text/plain"] = string.Join('\n', CellParser.Known.Select(known => $"{known.Usage,-28} {known.Meaning}")),
        }));
    }

    private void Show(string mimeType, string text) => session.Outputs.Write(new DisplayOutput(null, new Dictionary<string, string> { [mimeType] = text }));
}
