using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Benchmarks.Comparison;
using Seq2Seq.Display;

namespace Benchmarks;

/// <summary>docs/performance.md and its figures, made of the lines of a results file and nothing else.</summary>
internal static class PerformancePage
{
    public static void Write(string results)
    {
        var lines = File.ReadLines(results).Where(l => l.Length > 0).Select(l => JsonNode.Parse(l)!.AsObject()).ToArray();
        var docs = Path.Combine(Repository(), "docs");
        Directory.CreateDirectory(Path.Combine(docs, "performance"));
        var page = new StringBuilder();
        page.AppendLine("# Performance\n");
        page.AppendLine(CultureInfo.InvariantCulture, $"Written by `dotnet run -c Release --project tests/Benchmarks -- --report {Path.GetRelativePath(Repository(), results)}`; do not edit.\n");
        Machine(page, Kind(lines, "limits").LastOrDefault());
        Method(page);
        Summary(page, Kind(lines, "compare"));
        Table(page, Kind(lines, "compare"), Kind(lines, "limits").LastOrDefault());
        Sweeps(page, docs, Kind(lines, "sweep"), Kind(lines, "exponent"));
        File.WriteAllText(Path.Combine(docs, "performance.md"), page.ToString().ReplaceLineEndings("\n"));
    }

    private static void Machine(StringBuilder page, JsonObject? limits)
    {
        if (limits == null)
            return;
        page.AppendLine("## Machine\n");
        page.AppendLine(CultureInfo.InvariantCulture, $"{limits["processor"]}, {limits["processors"]} processors, vectors of {limits["vector_bits"]} bits; {limits["system"]}; {limits["runtime"]}.");
        page.AppendLine(CultureInfo.InvariantCulture, $"Measured limits of one core: {limits["fma_gflops_per_core"]} GFLOP/s of fused multiply-adds, {limits["add_gb_per_s_one_core"]} GB/s for c = a + b past the caches.\n");
    }

    private static void Method(StringBuilder page)
    {
        page.AppendLine("## Method\n");
        page.AppendLine("Workloads, token ids and timing rules are those of `tests/Benchmarks/peer/workloads.json`, with the shorter times of");
        page.AppendLine("`Comparison/ResultLines.cs`. In each run our process and PyTorch's take turns, two each, section by section (training and");
        page.AppendLine("decoding: workload by workload, so that peak memory is a process's own). PyTorch is the distribution's, its BLAS, OpenMP and allocator");
        page.AppendLine("variables cleared and then set as in `peer/settings.json`: the settings of `peer/best.json`, which a survey of all found best.");
        page.AppendLine("Both sides warm up first; ours for half a second, training and decoding for two, because .NET compiles hot code twice.");
        page.AppendLine("A ratio is the peer's quietest repetition over ours, so above 1 we are faster; a row holds if its worst run reaches the least.\n");
    }

    // One line for each row of the targets: its worst workload decides.
    private static void Summary(StringBuilder page, JsonObject[] rows)
    {
        if (rows.Length == 0)
            return;
        page.AppendLine("## Targets\n");
        var runs = rows.GroupBy(r => Text(r, "name")).Select(workload => workload.Count()).ToArray();
        page.AppendLine(CultureInfo.InvariantCulture, $"{runs.Max()} runs; {runs.Count(count => count == runs.Max())} of {runs.Length} workloads were measured in each of them.\n");
        page.AppendLine("| row | least | aim | worst | median | best | workloads that hold |");
        page.AppendLine("|---|---|---|---|---|---|---|");
        foreach (var target in Target.All)
        {
            var all = rows.Where(r => Text(r, "row") == target.Row).GroupBy(r => Text(r, "name")).Select(Ratios).ToArray();
            if (all.Length > 0)
                SummaryLine(page, target, all);
        }

        var memory = rows.Where(r => r.ContainsKey("memory_ratio")).GroupBy(r => Text(r, "name"))
            .Select(g => g.Select(r => Number(r, "memory_ratio")).Order().ToArray()).ToArray();
        if (memory.Length > 0)
            SummaryLine(page, Target.Memory, memory);
        page.AppendLine();
    }

    private static void SummaryLine(StringBuilder page, Target target, double[][] ratios)
    {
        var medians = ratios.Select(r => r[r.Length / 2]).Order().ToArray();
        var held = ratios.Count(r => r[0] >= target.Least);
        var verdict = held == ratios.Length ? "all" : $"**{held} of {ratios.Length}**";
        page.AppendLine(CultureInfo.InvariantCulture, $"| {target.Row} | {target.Least} | {target.Aim} | {ratios.Min(r => r[0]):F2} | {medians[medians.Length / 2]:F2} | {ratios.Max(r => r[^1]):F2} | {verdict} |");
    }

    private static double[] Ratios(IEnumerable<JsonObject> rows) => [.. rows.Select(r => Number(r, "ratio")).Order()];

    private static void Table(StringBuilder page, JsonObject[] rows, JsonObject? limits)
    {
        if (rows.Length == 0)
            return;
        page.AppendLine("## Ours against PyTorch\n");
        page.AppendLine("The last column says how near a row is to what the machine can do: the share of the multiply-add peak that its matrix products");
        page.AppendLine("alone would take, or the share of one core's memory bandwidth. Where it is low, the time goes to many small operations.\n");
        page.AppendLine("| workload | threads | ours ms | peer ms | peer's setting | ratio (spread) | least | aim | reached | limit |");
        page.AppendLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var group in rows.GroupBy(r => (Name: Text(r, "name"), Threads: Number(r, "threads"))))
        {
            var ratios = Ratios(group);
            var last = group.Last();
            page.AppendLine(CultureInfo.InvariantCulture, $"| {group.Key.Name} | {group.Key.Threads} | {group.Min(r => Number(r, "ours_min_ms")):F3} | {group.Min(r => Number(r, "peer_min_ms")):F3} | {last["peer_setting"]} | {ratios[ratios.Length / 2]:F2} ({ratios[0]:F2} to {ratios[^1]:F2}) | {last["least"]} | {last["aim"]} | {(ratios[0] >= Number(last, "least") ? "yes" : "**no**")} | {Roofline(last, limits)} |");
        }

        page.AppendLine();
        var memory = rows.Where(r => r.ContainsKey("memory_ratio")).GroupBy(r => Text(r, "name")).ToArray();
        if (memory.Length == 0)
            return;
        page.AppendLine(CultureInfo.InvariantCulture, $"Peak memory of a training process (least {Target.Memory.Least}, aim {Target.Memory.Aim}) and what a step leaves to the collector:\n");
        page.AppendLine("| workload | ours MiB | peer MiB | ratio | managed KiB per step |");
        page.AppendLine("|---|---|---|---|---|");
        foreach (var group in memory)
            page.AppendLine(CultureInfo.InvariantCulture, $"| {group.Key} | {group.Min(r => Number(r, "ours_peak_mib")):F0} | {group.Min(r => Number(r, "peer_peak_mib")):F0} | {group.Min(r => Number(r, "memory_ratio")):F2} | {group.Min(r => Number(r, "managed_bytes_per_step")) / 1024:F0} |");
        page.AppendLine();
        page.AppendLine("These steps run in a step scope (`torch.NewStepScope()`): what was made in one step is used again by the next. In an ordinary");
        page.AppendLine("scope what is left are the tensors that the program was given: each is an object of its own, because its use after it was disposed");
        page.AppendLine("has to be noticed. All else is used again in both: operations, their slots and places in the graph, handles, saved tensors, memory.\n");
    }

    // What a row is bound by, as far as its numbers tell.
    private static string Roofline(JsonObject row, JsonObject? limits)
    {
        if (limits == null)
            return "";
        if (row.ContainsKey("gflops"))
        {
            var peak = Number(limits, "fma_gflops_per_core") * Math.Min(Number(row, "threads"), Number(limits, "processors"));
            return string.Create(CultureInfo.InvariantCulture, $"{Number(row, "gflops") / peak:P0} of the multiply-add peak");
        }

        if (row.ContainsKey("matrix_gflops"))
        {
            var peak = Number(limits, "fma_gflops_per_core") * Math.Min(Number(row, "threads"), Number(limits, "processors"));
            return string.Create(CultureInfo.InvariantCulture, $"{Number(row, "matrix_gflops") / peak:P0} of the multiply-add peak");
        }

        if (!row.ContainsKey("gelements_per_s") || !Text(row, "name").EndsWith(".forward", StringComparison.Ordinal))
            return "";

        // A forward pass reads and writes each number at least once.
        var share = Number(row, "gelements_per_s") * 8 / Number(limits, "add_gb_per_s_one_core");
        return string.Create(CultureInfo.InvariantCulture, $"{share:P0} of one core's memory bandwidth");
    }

    private static void Sweeps(StringBuilder page, string docs, JsonObject[] points, JsonObject[] exponents)
    {
        if (points.Length == 0)
            return;
        page.AppendLine("## Scaling\n");
        page.AppendLine("Fitted exponents of time and memory over the upper half of the sizes:\n");
        page.AppendLine("| axis | workload | time grows like size to the | memory grows like size to the |");
        page.AppendLine("|---|---|---|---|");
        foreach (var line in exponents)
            page.AppendLine(CultureInfo.InvariantCulture, $"| {line["axis"]} | {line["workload"]} | {line["time_exponent"]} | {line["memory_exponent"]} |");
        page.AppendLine();
        foreach (var group in points.GroupBy(p => Text(p, "axis")))
        {
            var x = group.Select(p => Number(p, "size")).ToArray();
            Draw(page, docs, $"{group.Key}-time", $"Time of a step against {group.Key}", group.Key, "ms", x, [.. group.Select(p => Number(p, "min_ms"))]);
            Draw(page, docs, $"{group.Key}-memory", $"Tensor memory against {group.Key}", group.Key, "MiB", x, [.. group.Select(p => Number(p, "peak_tensor_mib"))]);
        }
    }

    private static void Draw(StringBuilder page, string docs, string file, string title, string axis, string unit, double[] x, double[] y)
    {
        var figure = Figure.Line(title, axis, unit).Add(unit, x, y).LogX().LogY();
        File.WriteAllText(Path.Combine(docs, "performance", file + ".svg"), figure.ToSvg());
        page.AppendLine(CultureInfo.InvariantCulture, $"![{title}](performance/{file}.svg)\n");
    }

    private static JsonObject[] Kind(JsonObject[] lines, string kind) => [.. lines.Where(l => l["kind"]?.GetValue<string>() == kind)];

    private static string Text(JsonObject line, string key) => line[key]!.GetValue<string>();

    private static double Number(JsonObject line, string key) => line[key]!.GetValue<double>();

    private static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder != null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Seq2Seq.Notebooks.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("report: run it from a build inside the repository");
    }
}
