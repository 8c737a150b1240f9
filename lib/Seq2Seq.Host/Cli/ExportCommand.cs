using System.CommandLine;
using Seq2Seq.Host.Documents;
using Seq2Seq.Host.Export;
using Seq2Seq.Host.Export.App;
using Seq2Seq.Host.Running;

namespace Seq2Seq.Host.Cli;

/// <summary><c>course export</c>.</summary>
internal static class ExportCommand
{
    public static Command Create() => new("export", "Writes notebooks in another form.") { Html(), App(), Index() };

    private static Command Html()
    {
        var paths = new Argument<string[]>("PATHS") { Description = "Notebooks and folders of notebooks; the folder notebooks where none is named.", Arity = ArgumentArity.ZeroOrMore };
        var output = new Option<string>("--output", "-o") { Description = "The folder to write into.", HelpName = "DIR", DefaultValueFactory = _ => "site" };
        var command = new Command("html", "A static site of the notebooks with the outputs they hold. To execute them first: course run --html DIR.") { paths, output };
        command.SetAction(arguments => Guarded(() =>
        {
            var notebooks = NotebookPaths.Find(arguments.GetValue(paths) ?? []).Select(path => (path, NotebookFile.Read(path))).ToArray();
            var folder = arguments.GetValue(output)!;
            foreach (var note in StaticSite.Write(folder, notebooks)) Console.Error.WriteLine(note);
            Console.WriteLine($"{notebooks.Length} pages: {Path.Combine(Path.GetFullPath(folder), "index.html")}");
        }));
        return command;
    }

    private static Command App()
    {
        var notebook = new Argument<string>("NOTEBOOK") { Description = "The notebook." };
        var output = new Option<string?>("--output", "-o") { Description = "The file to write; NN.cs in the current folder where none is named.", HelpName = "FILE" };
        var command = new Command("cs", "A notebook as one file-based app, for dotnet run FILE and for a debugger.") { notebook, output };
        command.SetAction(arguments => Guarded(() =>
        {
            var path = NotebookPaths.Find([arguments.GetValue(notebook)!])[0];
            var target = arguments.GetValue(output) ?? Path.GetFileNameWithoutExtension(path) + ".cs";
            AtomicFile.Write(target, AppExport.Of(path, target));
            Console.WriteLine($"{target}: run it with dotnet run {target}");
        }));
        return command;
    }

    private static Command Index()
    {
        var root = new Option<string>("--root") { Description = "The repository.", HelpName = "DIR", DefaultValueFactory = _ => "." };
        var command = new Command("index", "Writes the README's table of notebooks and docs/pictures from what the notebooks hold.") { root };
        command.SetAction(arguments => Guarded(() =>
        {
            var changed = CourseIndex.Write(arguments.GetValue(root)!);
            Console.WriteLine(changed.Count == 0 ? "Nothing to change." : $"Written: {string.Join(", ", changed.Select(path => Path.GetRelativePath(arguments.GetValue(root)!, path)))}");
        }));
        return command;
    }

    private static int Guarded(Action work)
    {
        try
        {
            work();
            return ExitCode.Fine;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DocumentException or ExportException or UnauthorizedAccessException or IOException)
        {
            Console.Error.WriteLine(exception.Message);
            return ExitCode.Usage;
        }
    }
}
