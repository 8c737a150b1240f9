using System.Diagnostics;
using System.Text.Json.Nodes;
using Benchmarks.Measuring;
using Benchmarks.Workloads;

namespace Benchmarks.Groups;

/// <summary>What a user waits for: a fresh process from its start to the end of the first training step.</summary>
internal static class StartupGroup
{
    /// <summary>The hidden argument that makes this program such a process.</summary>
    public const string ChildArgument = "--first-step";

    public static void Child(string workload)
    {
        var begin = Stopwatch.GetTimestamp();
        var trainer = new Trainer(WorkloadFile.Training(workload));
        var built = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        trainer.Step();
        var stepped = Stopwatch.GetElapsedTime(begin).TotalMilliseconds - built;
        Console.WriteLine(new JsonObject { ["build_ms"] = built, ["step_ms"] = stepped, ["rss_mib"] = PeakMemory.ResidentMib() }.ToJsonString());
    }

    public static void Run(Workload workload, ResultWriter results)
    {
        List<double> wall = [], built = [], stepped = [], memory = [];
        for (var i = 0; i <= workload.Int("reps"); i++)
        {
            var begin = Stopwatch.GetTimestamp();
            var line = JsonNode.Parse(Start(workload.Text("workload")))!;
            if (i == 0)
                continue; // fills the page cache
            wall.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            built.Add(line["build_ms"]!.GetValue<double>());
            stepped.Add(line["step_ms"]!.GetValue<double>());
            memory.Add(line["rss_mib"]!.GetValue<double>());
        }

        foreach (var list in new[] { wall, built, stepped, memory })
            list.Sort();
        results.Write(
            workload.Name, workload, new Timing(wall.Count, wall[0], Timing.Median(wall), wall[^1], 0),
            ("build_ms", Timing.Median(built)), ("step_ms", Timing.Median(stepped)), ("rss_mib", Timing.Median(memory)));
    }

    private static string Start(string workload)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet")
            start.ArgumentList.Add(typeof(StartupGroup).Assembly.Location);
        start.ArgumentList.Add(ChildArgument);
        start.ArgumentList.Add(workload);
        start.Environment["SEQ2SEQ_NUM_THREADS"] = Workers.ThreadCount.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"the first-step process ended with {process.ExitCode}");
    }
}
