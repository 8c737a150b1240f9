using System.Runtime.InteropServices;

namespace Seq2Seq.Host.Scripting;

/// <summary>The signals a thread has blocked, to be put back after an abort.</summary>
/// <remarks>
/// Off Windows, .NET 10 aborts a loop by throwing out of its signal handler, which leaves that signal blocked on the thread and on
/// every thread it starts from then on (seen in the mask: signal 34, SIGRTMIN). Such a thread can't be stopped in a loop without
/// calls any more, neither by an interrupt nor by the garbage collector.
/// </remarks>
internal sealed partial class SignalMask
{
    // sigset_t has 128 bytes with glibc and musl, 4 on macOS.
    private const int Length = 128;

    private readonly byte[] mask = new byte[Length];

    /// <summary>Takes down the calling thread's mask.</summary>
    public SignalMask()
    {
        if (!OperatingSystem.IsWindows()) _ = Change(0, null, mask);
    }

    /// <summary>Puts it back, on the thread it was taken from.</summary>
    public void Restore()
    {
        if (!OperatingSystem.IsWindows()) _ = Change(OperatingSystem.IsLinux() ? 2 : 3, mask, null);
    }

    // SIG_SETMASK is 2 on Linux, 3 on macOS; without a new set the first argument does not matter.
    [LibraryImport("libc", EntryPoint = "pthread_sigmask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Change(int how, [In] byte[]? set, [Out] byte[]? old);
}
