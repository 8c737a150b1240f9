using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Seq2Seq.Host.Jupyter.Install;
using Seq2Seq.Host.Scripting;

namespace Seq2Seq.Host.Jupyter;

/// <summary>This process as a kernel, from its connection file to its end.</summary>
internal static class KernelProcess
{
    private const int KeyBytes = 32;

    /// <summary>Serves the client whose connection file this is, until it, a signal or its death ends us.</summary>
    public static int Serve(string connectionFile, Func<ICellRunner> createRunner)
    {
        var log = new KernelLog(Console.Error);
        using var kernel = new Kernel(ConnectionFile.Read(connectionFile, log.Write), createRunner, log.Write);
        ParentWatch.Start(kernel.End);
        return Run(kernel, onInterrupt: kernel.Interrupt);
    }

    /// <summary>Serves whoever reads the connection file we write: <c>jupyter console --existing</c>, or a client's attach command.</summary>
    public static int ServeOnOwnPorts(JupyterFolders folders, Func<ICellRunner> createRunner)
    {
        var output = Console.Out;
        var log = new KernelLog(Console.Error);
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
        using var kernel = new Kernel(new ConnectionInfo(System.Net.IPAddress.Loopback, 0, 0, 0, 0, 0, key), createRunner, log.Write);
        var file = Path.Combine(folders.Runtime, $"kernel-{Environment.ProcessId}.json");
        try
        {
            ConnectionFile.Write(file, kernel.Connection, KernelInstaller.SharedName);
            output.WriteLine($"The kernel listens. Connect with: jupyter console --existing {file}");
            output.WriteLine("Ctrl-C ends it.");
            return Run(kernel, onInterrupt: kernel.End);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static int Run(Kernel kernel, Action onInterrupt)
    {
        InterruptSignal.Hear();
        using var interrupt = On(PosixSignal.SIGINT, onInterrupt);
        using var terminate = On(PosixSignal.SIGTERM, kernel.End);
        using var hangup = On(PosixSignal.SIGHUP, kernel.End);
        kernel.WaitForEnd();
        return 0;
    }

    private static PosixSignalRegistration On(PosixSignal signal, Action action) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        action();
    });
}
