using System.Diagnostics;

namespace Benchmarks.Measuring;

/// <summary>The timing rules of workloads.json: warm up, at least so many repetitions, then until the time is used up.</summary>
internal sealed record Timing(int Repetitions, double MinMs, double MedianMs, double MaxMs, double CpuMs)
{
    /// <summary>Until the runtime has compiled a training step or a search, hundreds of methods, a second time.</summary>
    public const double ProgramSeconds = 2;

    private const double KernelSeconds = 0.5;

    public static Timing Measure(Action step, double settlingSeconds = KernelSeconds)
    {
        var rules = Workloads.WorkloadFile.Timing;
        var warm = Stopwatch.GetTimestamp();

        // The runtime compiles hot code a second time, in the background: what that costs belongs to the startup row.
        for (var i = 0; i < rules.GetProperty("warmup").GetInt32() || Stopwatch.GetElapsedTime(warm).TotalSeconds < settlingSeconds; i++)
            step();
        var (least, most, target) =
            ((int)Given("BENCH_MIN_REPS", rules.GetProperty("min_reps").GetDouble()), rules.GetProperty("max_reps").GetInt32(), Given("BENCH_TARGET_S", rules.GetProperty("target_s").GetDouble()));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var times = new List<double>(most);
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var begin = Stopwatch.GetTimestamp();
        while (times.Count < least || (times.Count < most && Stopwatch.GetElapsedTime(begin).TotalSeconds < target))
        {
            var start = Stopwatch.GetTimestamp();
            step();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        times.Sort();
        return new Timing(times.Count, times[0], Median(times), times[^1], cpu.TotalMilliseconds / times.Count);
    }

    // A comparison of everything shortens both sides' times with two variables.
    private static double Given(string variable, double rule) =>
        double.TryParse(Environment.GetEnvironmentVariable(variable), System.Globalization.CultureInfo.InvariantCulture, out var given) ? given : rule;

    /// <summary>Of sorted numbers.</summary>
    public static double Median(List<double> sorted) =>
        sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
}
