using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Xml.Linq;
using Seq2Seq.Host.Cli;
using Seq2Seq.Host.Documents;
using Seq2Seq.Host.Running;

namespace Seq2Seq.Host.Tests.Running;

public sealed class RunModeTests : IDisposable
{
    private const string Widths = """
        using System.Runtime.Intrinsics;
        Console.Write($"{Vector512.IsHardwareAccelerated} {Vector256.IsHardwareAccelerated} {Vector128.IsHardwareAccelerated} {Environment.GetEnvironmentVariable("SEQ2SEQ_NUM_THREADS")}");
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("mode-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(nameof(InstructionSet.Own), 2)]
    [InlineData(nameof(InstructionSet.Avx2), 1)]
    [InlineData(nameof(InstructionSet.Sse), 1)]
    [InlineData(nameof(InstructionSet.None), 3)]
    public async Task A_mode_takes_effect_in_the_process_of_the_notebook(string instructions, int threads)
    {
        var set = Enum.Parse<InstructionSet>(instructions);
        var path = TestNotebook.Write(folder, "n", Widths);

        var (code, _) = await Run(new RunOptions { Notebooks = [path], InPlace = true, Modes = [new RunMode(set, threads)] });

        // The widths of this machine, cut down to what the mode allows; on Arm only "none" cuts.
        bool Has(InstructionSet widest, bool here) => here && (set == InstructionSet.Own || (X86Base.IsSupported ? set <= widest : set != InstructionSet.None));
        var expected = $"{Has(InstructionSet.Own, Vector512.IsHardwareAccelerated)} {Has(InstructionSet.Avx2, Vector256.IsHardwareAccelerated)} "
            + $"{Has(InstructionSet.Sse, Vector128.IsHardwareAccelerated)} {threads}";
        Assert.Equal(ExitCode.Fine, code);
        Assert.Equal(expected, MultilineText.Read(NotebookFile.Read(path).Cells[0].Outputs[0]!["text"]));
    }

    [Fact]
    public async Task Every_notebook_runs_in_every_mode_and_a_difference_names_its_mode()
    {
        TestNotebook.Write(folder, "a", "1");
        TestNotebook.Write(folder, "b", Widths);
        var notebooks = NotebookPaths.Find([folder]);
        await Run(new RunOptions { Notebooks = notebooks, InPlace = true, Modes = [new RunMode(InstructionSet.None, 1)] });
        var report = Path.Combine(folder, "junit.xml");

        var (code, text) = await Run(new RunOptions { Notebooks = notebooks, Check = true, JUnitFile = report, Modes = RunMode.Every([InstructionSet.None], [1, 2]) });

        Assert.Equal(ExitCode.OutputsDiffer, code);
        Assert.Matches(@"ok      a\.ipynb \[none, 1 thread\]  1 cell  \d+\.\d s\n", text);
        Assert.Matches(@"ok      b\.ipynb \[none, 1 thread\]  1 cell  \d+\.\d s\n", text);
        Assert.Matches(@"ok      a\.ipynb \[none, 2 threads\]  1 cell  \d+\.\d s\n", text);
        Assert.Matches(@"DIFFERS b\.ipynb \[none, 2 threads\]  1 cell  \d+\.\d s\n        In\[1\] shows something else", text);
        Assert.Contains("2 notebooks in 2 modes: 3 ok, 1 differs; 4 cells ran in ", text, StringComparison.Ordinal);
        Assert.Equal(["a.ipynb [none, 1 thread]", "b.ipynb [none, 1 thread]", "a.ipynb [none, 2 threads]", "b.ipynb [none, 2 threads]"],
            XDocument.Load(report).Root!.Elements().Select(suite => Path.GetFileName(suite.Attribute("name")!.Value)));
    }

    [Fact]
    public void Modes_are_all_combinations_of_what_is_named()
    {
        Assert.Equal([new RunMode()], RunMode.Every([], []));
        Assert.Equal(["own, 1 thread", "own, 2 threads", "avx2, 1 thread", "avx2, 2 threads"],
            RunMode.Every([InstructionSet.Own, InstructionSet.Avx2, InstructionSet.Own], [1, 2]).Select(mode => mode.ToString()));
        Assert.Equal(("", "sse"), (new RunMode().ToString(), new RunMode(InstructionSet.Sse).ToString()));
    }

    [Fact]
    public void Outputs_of_several_modes_are_not_written()
    {
        var problems = RunCommand.Create().Parse(["nb", "--in-place", "--threads", "1", "2"]).Errors.Select(error => error.Message);

        Assert.Equal(["--in-place keeps the outputs of one run: give one --instructions and one --threads, or none."], problems);
        Assert.Empty(RunCommand.Create().Parse(["nb", "--in-place", "--instructions", "avx2", "--threads", "1"]).Errors);
        Assert.NotEmpty(RunCommand.Create().Parse(["nb", "--threads", "0"]).Errors);
        Assert.NotEmpty(RunCommand.Create().Parse(["nb", "--limit", "0"]).Errors);
    }

    [Fact]
    public async Task A_notebook_over_the_limit_is_named_and_fails_unless_it_was_kept_waiting()
    {
        TestNotebook.Write(folder, "busy", "var clock = System.Diagnostics.Stopwatch.StartNew();\nwhile (System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds < 3.5) { }");
        TestNotebook.Write(folder, "quick", "1");
        var report = Path.Combine(folder, "junit.xml");

        var (code, text) = await Run(new RunOptions { Notebooks = NotebookPaths.Find([folder]), NotebookLimit = TimeSpan.FromSeconds(3), JUnitFile = report });

        Assert.Equal(ExitCode.TimedOut, code);
        Assert.Matches(
            @"SLOW    busy\.ipynb  1 cell  \d+\.\d s\n        It took \d+\.\d s \(\d+\.\d s of processor time\); a notebook may take 3 s\. Use fewer seeds or steps or smaller models, or raise --limit\.",
            text);
        Assert.Contains("1 too slow", text, StringComparison.Ordinal);
        Assert.Equal("1", XDocument.Load(report).Root!.Attribute("failures")!.Value);
    }

    [Fact]
    public void Waiting_for_others_is_said_and_not_held_against_a_notebook()
    {
        var slow = new NotebookResult("n.ipynb", NotebookStatus.Passed, TimeSpan.FromSeconds(95), 1) { ProcessorTime = TimeSpan.FromSeconds(40) };

        var judged = TimeLimit.Judge(slow, TimeSpan.FromSeconds(90));

        Assert.Equal((NotebookStatus.Passed, "It took longer than 90 s, but only 40.0 s of processor time: the machine was busy."), (judged.Status, judged.Note));
        Assert.Contains("the machine was busy", RunReport.Of(judged), StringComparison.Ordinal);
        Assert.Equal(NotebookStatus.TooSlow, TimeLimit.Judge(slow with { ProcessorTime = TimeSpan.FromSeconds(91) }, TimeSpan.FromSeconds(90)).Status);
        Assert.Same(slow, TimeLimit.Judge(slow, TimeSpan.FromSeconds(95)));
        Assert.Same(slow, TimeLimit.Judge(slow, null));
    }

    private async Task<(int Code, string Text)> Run(RunOptions options)
    {
        var output = new StringWriter { NewLine = "\n" };
        var code = await CourseRun.Run(options, output, output, terminal: false, 120, TestContext.Current.CancellationToken);
        return (code, output.ToString().Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).ReplaceLineEndings("\n"));
    }
}
