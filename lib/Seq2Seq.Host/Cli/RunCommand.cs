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
        var instructions = new Option<InstructionSet[]>("--instructions") { Description = "Run with these vector instructions: own (all the processor has), avx2, sse, none. Several: once with each.", HelpName = "SET", AllowMultipleArgumentsPerToken = true };
        var threads = new Option<int[]>("--threads") { Description = "Run with so many threads in the engine. Several: once with each, in each set of instructions.", HelpName = "N", AllowMultipleArgumentsPerToken = true };
        var limit = new Option<double?>("--limit") { Description = "Fail a notebook that takes longer, in seconds.", HelpName = "S" };
        var noBuild = new Option<bool>("--no-build") { Description = "Take the library as it was built last." };
        jobs.Validators.Add(result => Positive(result.GetValueOrDefault<int>(), "--jobs", result));
        timeout.Validators.Add(result => Positive(result.GetValueOrDefault<double>(), "--timeout", result));
        threads.Validators.Add(result => { foreach (var count in result.GetValueOrDefault<int[]>() ?? []) Positive(count, "--threads", result); });
        limit.Validators.Add(result => Positive(result.GetValueOrDefault<double?>() ?? 1, "--limit", result));
        memory.Validators.Add(result => Positive(result.GetValueOrDefault<int>() - 63, "--memory (in MB, 64 or more)", result));

        var command = new Command("run", "Executes notebooks, each in a fresh process. Exit code: 0 fine, 1 usage, 2 a cell failed, 3 outputs differ, 4 time-out or over the limit, 130 interrupted.")
        {
            paths, check, inPlace, html, junit, jobs, timeout, limit, memory, instructions, threads, noBuild,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(inPlace) && RunMode.Every(result.GetValue(instructions) ?? [], result.GetValue(threads) ?? []).Count > 1)
                result.AddError("--in-place keeps the outputs of one run: give one --instructions and one --threads, or none.");
        });
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
                    Modes = RunMode.Every(arguments.GetValue(instructions) ?? [], arguments.GetValue(threads) ?? []),
                    NotebookLimit = arguments.GetValue(limit) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
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
