using Microsoft.Win32.SafeHandles;

namespace Seq2Seq.Cli;

/// <summary>A pipe that nobody reads any more ends the command; the console's own stream would go on silently.</summary>
internal static class StandardOutput
{
    /// <summary>What a shell reports for a program that SIGPIPE ended: 128 + 13.</summary>
    public const int NobodyReads = 141;

    // EPIPE, on Linux and macOS.
    private const int BrokenPipe = 32;

    public static void NoticeClosedPipe()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected) return;
        var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);

        // A file keeps the console's stream: a FileStream would not move the position that other programs of the shell share.
        if (!pipe.CanSeek) Console.SetOut(new StreamWriter(pipe) { AutoFlush = true });
    }

    public static bool IsClosed(IOException failure) => failure.HResult == BrokenPipe;
}
