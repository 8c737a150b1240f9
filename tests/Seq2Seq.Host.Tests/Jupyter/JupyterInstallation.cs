using System.Diagnostics;
using Seq2Seq.Host.Running;

namespace Seq2Seq.Host.Jupyter;

/// <summary>The machine's Jupyter, with this build's kernel installed in a data folder of its own.</summary>
public sealed class JupyterInstallation : IDisposable
{
    private readonly string? _python;

    public JupyterInstallation()
    {
        Data = Directory.CreateTempSubdirectory("jupyter-data-").FullName;
        _python = new[] { "/usr/bin/python3", "python3", "python" }.FirstOrDefault(python => Imports(python, "jupyter_client, zmq, psutil"));
        if (_python is not null)
            Assert.Contains("Installed the kernel", Run(DotnetHost.Path, [Program, "jupyter", "install", "--data-dir", Data]).Output, StringComparison.Ordinal);
    }

    /// <summary>Jupyter's data folder of this test.</summary>
    public string Data { get; }

    /// <summary>The folder of the scripts.</summary>
    public static string Scripts { get; } = Path.Combine(AppContext.BaseDirectory, "conformance");

    // The command as it is built, not its copy beside the tests.
    public static string Program { get; } = Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory, "..", "..", "Seq2Seq.Host", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "course.dll"));

    /// <summary>A Python that has these modules; the test is skipped by name where there is none.</summary>
    public string Python(string modules = "jupyter_client")
    {
        if (_python is null || !Imports(_python, modules))
            Assert.Skip($"no Python with {modules} here (Debian: see conformance/README.md)");
        return _python!;
    }

    /// <summary>Runs a program to its end with the kernel in reach.</summary>
    public (int ExitCode, string Output) Run(string program, IEnumerable<string> arguments, string input = "", string? folder = null, int seconds = 420)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Data,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["JUPYTER_DATA_DIR"] = Data;
        start.Environment["JUPYTER_RUNTIME_DIR"] = Path.Combine(Data, "runtime");
        start.Environment["JUPYTER_CONFIG_DIR"] = Path.Combine(Data, "config");
        start.Environment["IPYTHONDIR"] = Path.Combine(Data, "ipython");
        start.Environment["TERM"] = "dumb";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        if (!process.WaitForExit(seconds * 1000))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{Path.GetFileName(program)} {string.Join(' ', arguments)} took more than {seconds} s");
        }

        return (process.ExitCode, output.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult());
    }

    public void Dispose() => Directory.Delete(Data, recursive: true);

    private static bool Imports(string python, string modules)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, ["-c", "import " + modules]) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

/// <summary>Checks of a protocol with time limits in it run while nothing else of this project does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class JupyterClients : ICollectionFixture<JupyterInstallation>
{
    public const string Name = "Jupyter clients";
}
