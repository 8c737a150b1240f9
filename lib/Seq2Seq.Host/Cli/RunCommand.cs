using System.CommandLine;
using Seq2Seq.Host.Running;

namespace Seq2Seq.Host.Cli;

/// <summary><c>course run</c>.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATHS") { Description = "Notebooks and folders of notebooks; the folder notebooks where none is named.", Arity = ArgumentArity.ZeroOrMore };
        var check = new Option<bool>("--check") { Description = "Compare outputs with the committed ones and show what differs." };
        var inPlace = new Option<bool>("--in-place") { Description = "Write the new outputs into the files." };
        var html = new Option<string?>("--html") { Description = "Write static pages, with an index, into this folder.", HelpName = "DIR" };
        var junit = new Option<string?>("--junit") { Description = "Write a JUnit report.", HelpName = "FILE" };
        var jobs = new Option<int>("--jobs") { Description = "Run so many notebooks at once; they share the processors.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var timeout = new Option<double>("--timeout") { Description = "Stop a cell after so many seconds.", HelpName = "S", DefaultValueFactory = _ => 300 };
        var memory = new Option<int>("--memory") { Description = "Stop a notebook that takes more memory, in MB.", HelpName = "MB", DefaultValueFactory = _ => DefaultMemory() };
        var noBuild = new Option<bool>("--no-build") { Description = "Take the library as it was built last." };
        jobs.Validators.Add(result => Positive(result.GetValueOrDefault<int>(), "--jobs", result));
        timeout.Validators.Add(result => Positive(result.GetValueOrDefault<double>(), "--timeout", result));
        memory.Validators.Add(result => Positive(result.GetValueOrDefault<int>() - 63, "--memory (in MB, 64 or more)", result));

        var command = new Command("run", "Executes notebooks, each in a fresh process. Exit code: 0 fine, 1 usage, 2 a cell failed, 3 outputs differ, 4 time-out, 130 interrupted.")
        {
            paths, check, inPlace, html, junit, jobs, timeout, memory, noBuild,
        };
        command.SetAction(async (arguments, cancellation) =>
        {
            RunOptions options;
            try
            {
                options = new RunOptions
                {
                    Notebooks = NotebookPaths.Find(arguments.GetValue(paths) ?? []),
                    Check = arguments.GetValue(check),
                    InPlace = arguments.GetValue(inPlace),
                    HtmlFolder = arguments.GetValue(html),
                    JUnitFile = arguments.GetValue(junit),
                    Jobs = arguments.GetValue(jobs),
                    CellTimeout = TimeSpan.FromSeconds(arguments.GetValue(timeout)),
                    MemoryLimit = (long)arguments.GetValue(memory) << 20,
                    NoBuild = arguments.GetValue(noBuild),
                };
            }
            catch (FileNotFoundException exception)
            {
                await Console.Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
                return ExitCode.Usage;
            }
            return await CourseRun.Run(options, Console.Out, Console.Error, !Console.IsOutputRedirected, Width(), cancellation).ConfigureAwait(false);
        });
        return command;
    }

    private static void Positive(double value, string name, System.CommandLine.Parsing.OptionResult result)
    {
        if (!(value > 0)) result.AddError($"{name} must be greater than 0.");
    }

    private static int DefaultMemory() => (int)Math.Min(8192, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4 * 3 >> 20);

    private static int Width() => Console.IsOutputRedirected ? 120 : Math.Max(40, Console.WindowWidth);
}
