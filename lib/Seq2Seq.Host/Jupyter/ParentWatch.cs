using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Seq2Seq.Host.Jupyter;

/// <summary>Notices that the process which launched this one has died, so that no kernel outlives its client.</summary>
internal static partial class ParentWatch
{
    private const string HandleVariable = "JPY_PARENT_PID";
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Calls <paramref name="gone"/> once, from a thread of its own, when the launching process is no more.</summary>
    public static void Start(Action gone)
    {
        if (OperatingSystem.IsWindows())
            StartOnWindows(gone);
        else
            StartOnUnix(gone);
    }

    // A process whose parent dies gets another one. Already with the first process: nobody to watch, as in a container.
    private static void StartOnUnix(Action gone)
    {
        var parent = GetParentId();
        if (parent <= 1)
            return;
        Run(() =>
        {
            while (GetParentId() == parent)
                Thread.Sleep(Interval);
            gone();
        });
    }

    // There the variable holds a handle to the launching process, inherited by us.
    private static void StartOnWindows(Action gone)
    {
        if (!long.TryParse(Environment.GetEnvironmentVariable(HandleVariable), CultureInfo.InvariantCulture, out var handle) || handle == 0)
            return;
        Run(() =>
        {
            using var parent = new ManualResetEvent(false) { SafeWaitHandle = new SafeWaitHandle((nint)handle, ownsHandle: false) };
            parent.WaitOne();
            gone();
        });
    }

    private static void Run(ThreadStart watch) => new Thread(watch, 256 << 10) { IsBackground = true, Name = "jupyter parent watch" }.Start();

    [LibraryImport("libc", EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetParentId();
}
