using System.Runtime.InteropServices;

namespace Seq2Seq.Tensors;

/// <summary>Asks Linux to back large blocks with pages of 2 MiB, so that long loops do not wait for address translation.</summary>
/// <remarks>A wish, not a need: where the system does not know it, blocks have ordinary pages.</remarks>
internal static unsafe partial class HugePages
{
    /// <summary>Blocks from this size on are worth it; they should begin at a multiple of <see cref="PageSize"/>.</summary>
    public const long LeastBlock = 4L << 20;

    /// <summary>The size of a huge page.</summary>
    public const int PageSize = 2 << 20;

    private const int AdviceHugePage = 14;

    private static bool _unknown = !OperatingSystem.IsLinux();

    public static void Wish(void* block, long size)
    {
        if (_unknown)
            return;
        try
        {
            _ = Advise(block, (nuint)(size / PageSize * PageSize), AdviceHugePage);
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            _unknown = true;
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(void* start, nuint length, int advice);
}
