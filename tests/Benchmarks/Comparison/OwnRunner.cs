using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Benchmarks.Comparison;

/// <summary>Runs some of our workloads in a fresh process of this program, as the peer gets one.</summary>
internal static class OwnRunner
{
    public static JsonObject[] Run(IReadOnlyList<string> workloads, int threads)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet")
            start.ArgumentList.Add(typeof(OwnRunner).Assembly.Location);
        foreach (var workload in workloads)
            start.ArgumentList.Add(workload);
        start.ArgumentList.Add("--threads");
        start.ArgumentList.Add(threads.ToString(CultureInfo.InvariantCulture));
        return ResultLines.Of(start, string.Join(' ', workloads));
    }
}
