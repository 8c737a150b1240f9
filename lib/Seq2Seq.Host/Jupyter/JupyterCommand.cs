using System.CommandLine;
using Seq2Seq.Host.Jupyter.Install;
using Seq2Seq.Host.Scripting;

namespace Seq2Seq.Host.Jupyter;

/// <summary><c>course jupyter install | uninstall | start</c>.</summary>
internal static class JupyterCommand
{
    private const int Failure = 1;

    /// <param name="createRunner">Makes the session a started kernel runs its cells in.</param>
    /// <param name="dotnet">The <c>dotnet</c> command, as an absolute path.</param>
    public static Command Create(Func<ICellRunner> createRunner, string dotnet) =>
        new("jupyter", "The C# kernel for Jupyter and for VS Code's Jupyter extension.")
        {
            Install(dotnet), Uninstall(), Start(createRunner),
        };

    private static Command Install(string dotnet)
    {
        var data = DataFolder();
        var command = new Command("install", "Install the kernel for this user, or update it. Needs no Python.") { data };
        command.SetAction(parsed => Report(() =>
        {
            var installer = new KernelInstaller(new JupyterFolders(parsed.GetValue(data)), AppContext.BaseDirectory, dotnet);
            Console.WriteLine(installer.Install(Version));
        }));
        return command;
    }

    private static Command Uninstall()
    {
        var data = DataFolder();
        var command = new Command("uninstall", "Remove the kernel and all that came with it.") { data };
        command.SetAction(parsed => Report(() =>
        {
            var folders = new JupyterFolders(parsed.GetValue(data));
            var removed = new KernelInstaller(folders, AppContext.BaseDirectory, "").Uninstall();
            foreach (var folder in removed)
                Console.WriteLine($"Removed {folder}");
            if (removed.Count == 0)
                Console.WriteLine($"There is no kernel of this course in {folders.Kernels}.");
        }));
        return command;
    }

    private static Command Start(Func<ICellRunner> createRunner)
    {
        var file = new Option<string?>("--connection-file", "-f")
        {
            Description = "The connection file a Jupyter client wrote. Without it the kernel takes free ports and writes its own.",
        };
        var command = new Command("start", "Run as a kernel; Jupyter clients call this.") { file };
        command.SetAction(parsed => Report(() =>
        {
            if (parsed.GetValue(file) is { } path)
                KernelProcess.Serve(path, createRunner);
            else
                KernelProcess.ServeOnOwnPorts(new JupyterFolders(), createRunner);
        }));
        return command;
    }

    private static Option<string?> DataFolder() => new("--data-dir")
    {
        Description = "Jupyter's data folder, where it is not the user's own.",
    };

    private static string Version => typeof(JupyterCommand).Assembly.GetName().Version!.ToString(3);

    private static int Report(Action action)
    {
        try
        {
            action();
            return 0;
        }
        catch (JupyterException error)
        {
            Console.Error.WriteLine(error.Message);
            return Failure;
        }
    }
}
