using System.CommandLine;
using Seq2Seq.Host.Jupyter;
using Seq2Seq.Host.Progress;
using Seq2Seq.Host.Running;
using Seq2Seq.Host.Scripting;

namespace Seq2Seq.Host.Cli;

/// <summary>The whole command line.</summary>
internal static class CourseCommand
{
    public static RootCommand Create()
    {
        var root = new RootCommand("Seq2Seq.Notebooks: a notebook course that runs with nothing but the .NET SDK.")
        {
            RunCommand.Create(),
            ExportCommand.Create(),
            ProgressCommand.Create(),
            JupyterCommand.Create(() => new ScriptSession(new SessionOptions()).WarmedUp(), DotnetHost.Path),
        };
        root.SetAction((_, cancellation) => Open(cancellation));
        return root;
    }

    // The course without its browser page: what there is, how far you are, how to run it.
    private static async Task<int> Open(CancellationToken cancellation)
    {
        if (CourseOverview.Find(Directory.GetCurrentDirectory()) is not { } course)
        {
            await Console.Error.WriteLineAsync(ProgressCommand.NoCourse).ConfigureAwait(false);
            return ExitCode.Usage;
        }
        if (await LibraryBuild.Build(LibraryBuild.ProjectsOf(course.Notebooks.Select(notebook => notebook.Path)), cancellation).ConfigureAwait(false) is { } problem)
        {
            await Console.Error.WriteLineAsync(problem).ConfigureAwait(false);
            return ExitCode.CellFailed;
        }
        Console.Write(course.ToText(withExercises: false));
        Console.WriteLine("""

            The browser page of the course is not part of this release yet. Until then:
              course jupyter install   then open the notebooks in VS Code or JupyterLab
              course run notebooks     executes them here and shows what fails
              course run notebooks/01-text-to-ids.ipynb --html site   executes one and writes a page to read
              course progress          which exercises are done
            """);
        return ExitCode.Fine;
    }
}
