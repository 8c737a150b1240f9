using System.Text.Json;

namespace Seq2Seq.Host.Jupyter;

/// <summary>The clients people use, on libzmq and jupyter_client: the other end of the wire is not ours.</summary>
[Collection(JupyterClients.Name)]
public sealed class JupyterClientTests(JupyterInstallation jupyter, ITestOutputHelper output)
{
    private const int Checks = 81;

    [Fact]
    public void All_checks_of_the_messaging_protocol_pass()
    {
        var python = jupyter.Python("jupyter_client, zmq, psutil");
        var script = Path.Combine(JupyterInstallation.Scripts, "kernel_conformance.py");
        var report = Path.Combine(jupyter.Data, "conformance.json");

        var text = jupyter.Run(python, [script, "--kernel", ".net-csharp", "--json", report]).Output;

        output.WriteLine(text);
        var checks = JsonElement.Parse(File.ReadAllBytes(report)).GetProperty("checks").EnumerateArray().ToList();
        Assert.Equal(Checks, checks.Count);
        Assert.DoesNotContain("SKIP", checks.Select(check => check.GetProperty("state").GetString()));
        foreach (var check in checks.Where(check => check.GetProperty("state").GetString() == "FAIL"))
        {
            // Once more and alone: on a crowded machine a time limit may pass unmet.
            var name = check.GetProperty("name").GetString()!;
            var again = jupyter.Run(python, [script, "--kernel", ".net-csharp", "--only", name]);
            Assert.True(again.ExitCode == 0, $"{name} failed twice. First: {check.GetProperty("note").GetString()} Then: {again.Output}");
        }
    }

    [Fact]
    public void Jupyter_kernel_test_passes()
    {
        var python = jupyter.Python("jupyter_kernel_test");

        var (exitCode, text) = jupyter.Run(python, [Path.Combine(JupyterInstallation.Scripts, "kernel_test.py")]);

        output.WriteLine(text);
        Assert.Equal(0, exitCode);
        Assert.Matches(@"Ran \d+ tests", text);
    }

    [Fact]
    public void Nbconvert_executes_a_notebook()
    {
        var python = jupyter.Python("nbconvert, nbclient");

        var (exitCode, text) = jupyter.Run(python,
            ["-m", "nbconvert", "--to", "notebook", "--execute", "--output-dir", jupyter.Data, Path.Combine(JupyterInstallation.Scripts, "hello.ipynb")]);

        Assert.True(exitCode == 0, text);
        HasTheOutputs(Path.Combine(jupyter.Data, "hello.ipynb"));
    }

    [Fact]
    public void Nbclient_runs_a_folder_of_notebooks()
    {
        var python = jupyter.Python("nbclient, nbformat");
        var results = Path.Combine(jupyter.Data, "executed");

        var (exitCode, text) = jupyter.Run(python,
            [Path.Combine(JupyterInstallation.Scripts, "nbclient_run.py"), JupyterInstallation.Scripts, "--kernel", ".net-csharp", "--out", results]);

        Assert.True(exitCode == 0, text);
        HasTheOutputs(Path.Combine(results, "hello.ipynb"));
    }

    [Fact]
    public void Jupyter_console_answers_what_is_typed()
    {
        var python = jupyter.Python("jupyter_console");

        var text = jupyter.Run(python, ["-m", "jupyter_console", "--kernel", ".net-csharp", "--simple-prompt"],
            "var six = 6;\nsix * 7\nConsole.WriteLine($\"{six} was said\");\nexit\n", seconds: 60).Output;

        Assert.Contains("42", text, StringComparison.Ordinal);
        Assert.Contains("6 was said", text, StringComparison.Ordinal);
    }

    private static void HasTheOutputs(string path)
    {
        var cells = JsonElement.Parse(File.ReadAllBytes(path)).GetProperty("cells").EnumerateArray().Where(cell => cell.GetProperty("cell_type").GetString() == "code").ToList();
        var outputs = cells.Select(cell => cell.GetProperty("outputs").EnumerateArray().Single()).ToList();

        Assert.Equal([1, 2, 3], cells.Select(cell => cell.GetProperty("execution_count").GetInt32()));
        Assert.Equal("1 2 3\n", Joined(outputs[0].GetProperty("text")));
        Assert.Equal("42", Joined(outputs[1].GetProperty("data").GetProperty("text/plain")));
        Assert.Equal("<b>bold</b>", Joined(outputs[2].GetProperty("data").GetProperty("text/html")));
    }

    private static string Joined(JsonElement text) => text.ValueKind == JsonValueKind.Array
        ? string.Concat(text.EnumerateArray().Select(line => line.GetString()))
        : text.GetString()!;
}
