using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Seq2Seq.Host.Documents;
using Seq2Seq.Host.Running;

namespace Seq2Seq.Host.Tests.Running;

public sealed partial class CourseRunTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("run-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_folder_of_good_and_broken_notebooks_tells_what_a_maintainer_needs_to_know()
    {
        TestNotebook.Write(folder, "01-good", "md:# Good", "var a = 1;", "a + 1");
        TestNotebook.Write(folder, "02-throws", "int F(int n) => 10 / n;", "var a = 1;\nF(0)", "\"not reached\"");
        TestNotebook.Write(folder, "03-compile", "int x = \"s\";");
        TestNotebook.Write(folder, "04-overflow", "int Down(int n) => Down(n + 1) + 1;\nDown(0)");
        TestNotebook.Write(folder, "05-exit", "Environment.Exit(7);");
        TestNotebook.Write(folder, "06-thread", "new System.Threading.Thread(() => throw new InvalidOperationException(\"loose\")).Start();\nSystem.Threading.Thread.Sleep(60000);");
        TestNotebook.Write(folder, "07-nothing", "md:only text");
        TestNotebook.Write(folder, "08-expected", ("throw new Exception(\"meant\");", ["raises-exception"]), ("\"after\"", []));
        TestNotebook.Write(folder, "09-sql", "#!sql\nselect 1");
        File.WriteAllText(Path.Combine(folder, "10-damaged.ipynb"), "{\"cells\": [");

        var (code, text) = await Run(new RunOptions { Notebooks = NotebookPaths.Find([folder]), Jobs = 2, JUnitFile = Path.Combine(folder, "report", "junit.xml") });

        Assert.Equal(ExitCode.CellFailed, code);
        var notebooks = Blocks(text);
        Assert.Equal("ok      01-good.ipynb  2 cells", notebooks[0]);
        Assert.Equal("""
            FAILED  02-throws.ipynb  2 of 3 cells
                    In[2] failed: DivideByZeroException: Attempted to divide by zero.
                    cell 2 of the file, In[2]:
                      In[1]: line 1
                      DivideByZeroException: Attempted to divide by zero.
                         at F(int n) in In[1]: line 1
                         at In[2]: line 2
            """, notebooks[1]);
        Assert.Equal("""
            FAILED  03-compile.ipynb  1 cell
                    In[1] failed: CompilationError: (1,9): error CS0029: Cannot implicitly convert type 'string' to 'int'
                    cell 1 of the file, In[1]:
                      In[1]: line 1, column 9: error CS0029: Cannot implicitly convert type 'string' to 'int'
                          int x = "s";
                                  ^^^
            """, notebooks[2]);
        Assert.Equal("FAILED  04-overflow.ipynb  1 cell\n        In[1] overflowed the stack: Down calls itself without end.", notebooks[3]);
        Assert.Equal("FAILED  05-exit.ipynb  1 cell\n        In[1] ended its process with exit code 7 (Environment.Exit?). A notebook must not do that.", notebooks[4]);
        Assert.Equal("FAILED  06-thread.ipynb  1 cell\n        In[1] ended its process by an exception on a thread of its own: System.InvalidOperationException: loose", notebooks[5]);
        Assert.Equal("FAILED  07-nothing.ipynb  0 cells\n        There is no code cell in it: nothing was run.", notebooks[6]);
        Assert.Equal("ok      08-expected.ipynb  2 cells", notebooks[7]);
        Assert.StartsWith("FAILED  09-sql.ipynb  1 cell\n        In[1] failed: DirectiveError: #!sql is not a directive of this host.", notebooks[8], StringComparison.Ordinal);
        Assert.Equal("FAILED  10-damaged.ipynb  0 cells\n        10-damaged.ipynb: line 1, column 12: not valid JSON: Expected depth to be zero at the end of the JSON payload. There is an open JSON object or array that should be closed.", notebooks[9]);
        Assert.StartsWith("10 notebooks: 2 ok, 8 failed; 11 cells ran in ", text.Split('\n')[^2], StringComparison.Ordinal);

        var junit = XDocument.Load(Path.Combine(folder, "report", "junit.xml")).Root!;
        Assert.Equal(("13", "8"), (junit.Attribute("tests")!.Value, junit.Attribute("failures")!.Value));
        Assert.Equal("Attempted to divide by zero.", junit.Elements().ElementAt(1).Elements().ElementAt(1).Element("failure")!.Attribute("message")!.Value);
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("try { while (true) { } } finally { while (true) { } }")]
    public async Task A_cell_that_never_ends_is_stopped(string code)
    {
        TestNotebook.Write(folder, "spin", "var a = 1;", code);

        var (exit, text) = await Run(new RunOptions { Notebooks = NotebookPaths.Find([folder]), CellTimeout = TimeSpan.FromSeconds(12) });

        Assert.Equal(ExitCode.TimedOut, exit);
        Assert.Equal("TIMEOUT spin.ipynb  2 cells\n        In[2] ran longer than 12 s and was stopped. Make it shorter, or raise --timeout.", Blocks(text)[0]);
    }

    [Fact]
    public async Task Memory_without_end_is_stopped_managed_or_not()
    {
        TestNotebook.Write(folder, "managed", "var keep = new List<byte[]>();\nwhile (true) { var b = new byte[10_000_000]; Array.Fill(b, (byte)1); keep.Add(b); }");
        TestNotebook.Write(folder, "native", "unsafe void Eat() { while (true) { var p = (byte*)System.Runtime.InteropServices.NativeMemory.Alloc(50_000_000); for (var i = 0; i < 50_000_000; i += 4096) p[i] = 1; } }\nEat();");

        var (exit, text) = await Run(new RunOptions { Notebooks = NotebookPaths.Find([folder]), MemoryLimit = 300 << 20 });

        Assert.Equal(ExitCode.CellFailed, exit);
        Assert.StartsWith("FAILED  managed.ipynb  1 cell\n        In[1] ran out of memory: it may take 300 MB. Make it need less, or raise --memory.", Blocks(text)[0], StringComparison.Ordinal);
        Assert.StartsWith("FAILED  native.ipynb  1 cell\n        In[1] took more than 300 MB of memory and was stopped. Make it need less, or raise --memory.", Blocks(text)[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_place_then_check_finds_nothing_and_a_change_is_shown()
    {
        var path = TestNotebook.Write(folder, "n",
            ("Console.WriteLine(\"one\");\nConsole.WriteLine(\"two\");", []),
            ("var d = display(\"first\");\n5 / 2.0", []),
            ("d.Update(\"second\");", []),
            ("Guid.NewGuid()", ["volatile"]),
            ("\"{\\\"data\\\":[{\\\"name\\\":\\\"train\\\",\\\"y\\\":[1,2,3.5]}]}\".DisplayAs(\"application/vnd.plotly.v1+json\");", []));
        var options = new RunOptions { Notebooks = [path] };

        var (first, _) = await Run(options with { InPlace = true });
        var written = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var (second, _) = await Run(options with { Check = true });

        Assert.Equal((ExitCode.Fine, ExitCode.Fine), (first, second));
        Assert.DoesNotContain("first", NotebookFile.Read(path).Cells[1].Outputs.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("second", NotebookFile.Read(path).Cells[1].Outputs.ToJsonString(), StringComparison.Ordinal);

        await File.WriteAllTextAsync(path, written.Replace("\"two\\n\"", "\"three\\n\"", StringComparison.Ordinal).Replace("\"2.5\"", "\"2.25\"", StringComparison.Ordinal).Replace(" 3.5\n", " 3.75\n", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var (third, text) = await Run(options with { Check = true });

        Assert.Equal(ExitCode.OutputsDiffer, third);
        Assert.Equal("""
            DIFFERS n.ipynb  5 cells
                    In[1], In[2], In[5] show something else than what is committed.
                    cell 1 of the file, In[1]:
                      output 1 (stdout):
                        - three
                        + two
                    cell 2 of the file, In[2]:
                      output 2 (text/plain):
                        - 2.25
                        + 2.5
                    cell 5 of the file, In[5]:
                      output 1 (application/vnd.plotly.v1+json): series "train": y differs at 1 of 3 points, first at [2]: 3.75 -> 3.5, most at [2]: by 0.25
            """, Blocks(text)[0]);
    }

    [Fact]
    public async Task Surroundings_are_the_same_everywhere()
    {
        var path = TestNotebook.Write(folder, "n", "Console.WriteLine($\"{1234.5:N1} {System.Globalization.CultureInfo.CurrentCulture} {TimeZoneInfo.Local.BaseUtcOffset} {Environment.GetEnvironmentVariable(\"COLUMNS\")}\");\nConsole.Write(Environment.CurrentDirectory);");

        await Run(new RunOptions { Notebooks = [path], InPlace = true });

        Assert.Equal($"1,234.5 en-US 00:00:00 120\n{folder}", MultilineText.Read(NotebookFile.Read(path).Cells[0].Outputs[0]!["text"]));
    }

    [Fact]
    public async Task A_cell_that_bends_the_console_bends_it_for_itself()
    {
        var path = TestNotebook.Write(folder, "n", "Console.SetOut(new System.IO.StringWriter());\nConsole.Write(\"lost\");", "Console.Write(\"back\");");

        await Run(new RunOptions { Notebooks = [path], InPlace = true });

        var cells = NotebookFile.Read(path).Cells;
        Assert.Empty(cells[0].Outputs);
        Assert.Equal("back", MultilineText.Read(cells[1].Outputs[0]!["text"]));
    }

    [Fact]
    public async Task A_failed_run_leaves_the_file_as_it_is()
    {
        var path = TestNotebook.Write(folder, "n", "1", "throw new Exception(\"x\");");
        var before = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

        var (_, text) = await Run(new RunOptions { Notebooks = [path], InPlace = true });

        Assert.Equal(before, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Contains("The file was left as it is.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_run_ends_its_processes_and_says_so()
    {
        TestNotebook.Write(folder, "n", "Console.WriteLine(Environment.ProcessId);\nSystem.IO.File.WriteAllText(\"pid\", Environment.ProcessId.ToString());\nwhile (true) { }");
        TestNotebook.Write(folder, "next", "1");
        using var stop = new CancellationTokenSource();
        var output = new StringWriter();
        var run = CourseRun.Run(new RunOptions { Notebooks = NotebookPaths.Find([folder]) }, output, output, false, 120, stop.Token);
        var pid = Path.Combine(folder, "pid");
        for (var i = 0; i < 300 && !File.Exists(pid); i++) await Task.Delay(100, TestContext.Current.CancellationToken);
        await Task.Delay(200, TestContext.Current.CancellationToken);

        await stop.CancelAsync();

        Assert.Equal(ExitCode.Interrupted, await run);
        Assert.Contains("1 stopped, 1 not begun", output.ToString(), StringComparison.Ordinal);
        var id = int.Parse(await File.ReadAllTextAsync(pid, TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(id));
    }

    [Fact]
    public void Paths_that_lead_nowhere_are_named()
    {
        Assert.Equal($"{folder} holds no notebook.", Assert.Throws<FileNotFoundException>(() => NotebookPaths.Find([folder])).Message);
        Assert.Equal("nowhere does not exist.", Assert.Throws<FileNotFoundException>(() => NotebookPaths.Find(["nowhere"])).Message);
        var text = Path.Combine(folder, "a.txt");
        File.WriteAllText(text, "");
        Assert.Equal($"{text} is no notebook: expected .ipynb or .dib.", Assert.Throws<FileNotFoundException>(() => NotebookPaths.Find([text])).Message);
    }

    [Fact]
    public void A_terminal_gets_one_bar_that_is_redrawn()
    {
        var output = new StringWriter();
        using (var progress = new ProgressLine(output, terminal: true, width: 60, notebooks: 2))
        {
            progress.Advance("a.ipynb", 3, 4);
            progress.Finish("a.ipynb", "ok a");
        }

        Assert.Contains("\r\u001b[2K[############............] 0/2  a 3/4 0 s", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("\r\u001b[2Kok a", output.ToString(), StringComparison.Ordinal);
    }

    private async Task<(int Code, string Text)> Run(RunOptions options)
    {
        var output = new StringWriter { NewLine = "\n" };
        var code = await CourseRun.Run(options, output, output, terminal: false, 120, TestContext.Current.CancellationToken);
        return (code, output.ToString().Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).ReplaceLineEndings("\n"));
    }

    // One block per notebook in name order, times taken out.
    // The reports, by name; lines of progress come only on a slow machine.
    private static string[] Blocks(string text) =>
        [.. Time().Replace(text, "").Split('\n')[..^2].Where(line => !line.StartsWith("...", StringComparison.Ordinal)).Aggregate(new List<string>(), (blocks, line) =>
        {
            if (line.StartsWith(' ')) blocks[^1] += "\n" + line;
            else blocks.Add(line);
            return blocks;
        }).OrderBy(block => block.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], StringComparer.Ordinal)];

    [GeneratedRegex(@"  \d+\.\d s$", RegexOptions.Multiline)]
    private static partial Regex Time();
}
