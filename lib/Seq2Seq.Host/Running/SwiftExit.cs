using System.Runtime.InteropServices;

namespace Seq2Seq.Host.Running;

/// <summary>Ends a session process at once when a cell calls <see cref="Environment.Exit"/>.</summary>
/// <remarks>
/// The runtime's own shutdown was once seen to hang for minutes in a process whose cell thread called Exit inside a controlled execution, on a
/// machine busy with other children; the runner then reported a time-out instead of the exit.
/// </remarks>
internal static partial class SwiftExit
{
    /// <summary>From now on the process ends without the runtime's shutdown, off Windows.</summary>
    public static void Enable()
    {
        if (!OperatingSystem.IsWindows()) AppDomain.CurrentDomain.ProcessExit += (_, _) => End(Environment.ExitCode);
    }

    [LibraryImport("libc", EntryPoint = "_exit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void End(int code);
}
