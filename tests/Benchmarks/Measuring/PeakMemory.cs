using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Measuring;

/// <summary>The most memory that this process has had resident.</summary>
internal static class PeakMemory
{
    public static double ResidentMib()
    {
        if (!OperatingSystem.IsLinux())
            return Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0;
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
