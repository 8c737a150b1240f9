using System.Globalization;
using System.Text.Json.Nodes;
using Benchmarks.Groups;
using Benchmarks.Measuring;
using Benchmarks.Workloads;

namespace Benchmarks.Comparison;

/// <summary>Ours and the peer in turns, workload by workload; the ratio is the peer's best time over ours, both at best of N.</summary>
internal sealed class Comparison(Arguments arguments, ResultWriter results)
{
    /// <summary>How often each side gets the machine in one run.</summary>
    public const int Turns = 2;

    private readonly PeerRunner _peer = new(arguments.BlasRoot);

    /// <summary>0 when every row reaches its least ratio in every run.</summary>
    public int Run()
    {
        if (!PeerRunner.IsPresent())
        {
            Console.Error.WriteLine("compare: no python3 with torch here; install python3-torch (peer/README.md)");
            return 2;
        }

        var threads = Workers.ThreadCount;
        results.Write(MachineLimits.Measure());
        var rows = new List<JsonObject>();
        for (var run = 1; run <= arguments.Runs; run++)
        {
            foreach (var (section, _) in AllGroups.All)
            {
                string[] settings = arguments.Settings.Count > 0 ? [.. arguments.Settings] : _peer.Best(section, threads);
                foreach (var batch in Batches(section))
                    rows.AddRange(Compare(run, section, batch, settings, threads));
            }
        }

        return Print(rows);
    }

    // What shares a process: whole sections, except that peak memory is a process's own and that decoding builds large models.
    private IEnumerable<string[]> Batches(string section)
    {
        var names = WorkloadFile.Section(section).Select(w => w.Name).Where(arguments.Wants).ToArray();
        return section is "train" or "decode" ? names.Select(n => new[] { n }) : names.Length == 0 ? [] : [names];
    }

    // Ours and the peer's settings in turns, so that a noisy minute of the machine is not one side's alone.
    private IEnumerable<JsonObject> Compare(int run, string section, string[] workloads, string[] settings, int threads)
    {
        var (ours, theirs) = (new List<JsonObject>(), new List<JsonObject>());
        for (var turn = 0; turn < Turns; turn++)
        {
            ours.AddRange(OwnRunner.Run(workloads, threads));
            foreach (var setting in settings)
                theirs.AddRange(_peer.Run(section, workloads, setting));
        }

        foreach (var name in ours.Select(Name).Distinct())
        {
            var mine = ours.Where(line => Name(line) == name).ToArray();
            var peer = theirs.Where(line => Name(line) == name).OrderBy(line => Get(line, "min_ms")).ToArray();
            if (peer.Length == 0 || Target.Of(name) is not { } target)
                continue;
            var best = mine.Min(line => Get(line, "min_ms"));
            var ratio = Get(peer[0], "min_ms") / best;
            var row = new JsonObject
            {
                ["name"] = name,
                ["kind"] = "compare",
                ["run"] = run,
                ["row"] = target.Row,
                ["ours_min_ms"] = best,
                ["ours_median_ms"] = mine.Min(line => Get(line, "median_ms")),
                ["peer_min_ms"] = Get(peer[0], "min_ms"),
                ["peer_median_ms"] = peer.Min(line => Get(line, "median_ms")),
                ["peer_setting"] = peer[0]["setting"]!.GetValue<string>(),
                ["ratio"] = Math.Round(ratio, 3),
                ["ratio_median"] = Math.Round(peer.Min(line => Get(line, "median_ms")) / mine.Min(line => Get(line, "median_ms")), 3),
                ["least"] = target.Least,
                ["aim"] = target.Aim,
                ["pass"] = ratio >= target.Least,
                ["threads"] = threads,
            };
            if (WorkEstimate.MatrixGflop(name) is { } work)
                row["matrix_gflops"] = Math.Round(work / best * 1e3, 1);
            if (mine[0].ContainsKey("managed_bytes_per_step"))
                row["managed_bytes_per_step"] = mine.Min(line => Get(line, "managed_bytes_per_step"));
            if (mine[0].ContainsKey("gflops_best"))
                row["gflops"] = mine.Max(line => Get(line, "gflops_best"));
            if (mine[0].ContainsKey("gelements_per_s_best"))
                row["gelements_per_s"] = mine.Max(line => Get(line, "gelements_per_s_best"));
            if (mine[0].ContainsKey("peak_rss_mib"))
            {
                row["ours_peak_mib"] = mine.Min(line => Get(line, "peak_rss_mib"));
                row["peer_peak_mib"] = peer.Min(line => Get(line, "peak_rss_mib"));
                row["memory_ratio"] = Math.Round(Get(row, "peer_peak_mib") / Get(row, "ours_peak_mib"), 3);
            }

            results.Write(row);
            yield return row;
        }
    }

    private static int Print(List<JsonObject> rows)
    {
        Console.WriteLine();
        Console.WriteLine("| workload | ours ms | peer ms | setting | ratio (spread over runs) | least | aim | |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        var failed = 0;
        foreach (var group in rows.GroupBy(Name))
        {
            var last = group.Last();
            var ratios = group.Select(r => Get(r, "ratio")).Order().ToArray();
            var pass = group.All(r => r["pass"]!.GetValue<bool>());
            failed += pass ? 0 : 1;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {group.Key} | {group.Min(r => Get(r, "ours_min_ms")):F3} | {group.Min(r => Get(r, "peer_min_ms")):F3} | {last["peer_setting"]} | {ratios[ratios.Length / 2]:F2} ({ratios[0]:F2} to {ratios[^1]:F2}) | {Get(last, "least")} | {Get(last, "aim")} | {(pass ? "pass" : "FAIL")} |"));
        }

        foreach (var group in rows.Where(r => r.ContainsKey("memory_ratio")).GroupBy(Name))
        {
            var ratio = group.Min(r => Get(r, "memory_ratio"));
            var pass = ratio >= Target.Memory.Least;
            failed += pass ? 0 : 1;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {group.Key} peak memory | {Get(group.Last(), "ours_peak_mib"):F0} MiB | {Get(group.Last(), "peer_peak_mib"):F0} MiB | | {ratio:F2} | {Target.Memory.Least} | {Target.Memory.Aim} | {(pass ? "pass" : "FAIL")} |"));
        }

        Console.WriteLine(failed == 0 ? "\nall rows pass" : $"\n{failed} rows below least");
        return failed == 0 ? 0 : 1;
    }

    private static string Name(JsonObject line) => line["name"]!.GetValue<string>();

    private static double Get(JsonObject line, string key) => line[key]!.GetValue<double>();
}
