using System.Runtime.InteropServices;

namespace Seq2Seq.Host.Jupyter;

/// <summary>The interrupt signal of a kernel whose launcher ignores it.</summary>
/// <remarks>
/// A shell starts its background jobs with SIGINT ignored, every child inherits that, and .NET then leaves the signal alone. A notebook server
/// started so could not interrupt its kernels.
/// </remarks>
internal static partial class InterruptSignal
{
    private const int Number = 2;

    /// <summary>Hears the signal again; to be called before anything registers for it.</summary>
    public static void Hear()
    {
        if (!OperatingSystem.IsWindows()) _ = SetAction(Number, 0);
    }

    // 0 is SIG_DFL.
    [LibraryImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint SetAction(int signal, nint action);
}
