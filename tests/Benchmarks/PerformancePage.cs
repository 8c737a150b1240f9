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
        page.AppendLine(CultureInfo.InvariantCulture, $"Written by `dotnet run -c Release --project tests/Benchmarks -- --report {Path.GetFileName(results)}`; do not edit.\n");
        Machine(page, Kind(lines, "limits").LastOrDefault());
        Method(page);
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
        page.AppendLine("Workloads, token ids and timing rules: `tests/Benchmarks/peer/workloads.json`. For each workload our process runs, then the peer");
        page.AppendLine("(PyTorch of the distribution, BLAS and OpenMP variables cleared) in each of its settings, then ours again. The ratio is the peer's");
        page.AppendLine("quietest repetition in its best setting over ours. Several runs give the spread.\n");
    }

    private static void Table(StringBuilder page, JsonObject[] rows, JsonObject? limits)
    {
        if (rows.Length == 0)
            return;
        page.AppendLine("## Ours against PyTorch\n");
        page.AppendLine("| workload | threads | ours ms | peer ms | peer's setting | ratio (spread) | least | aim | reached | limit |");
        page.AppendLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var group in rows.GroupBy(r => (Name: Text(r, "name"), Threads: Number(r, "threads"))))
        {
            var ratios = group.Select(r => Number(r, "ratio")).Order().ToArray();
            var last = group.Last();
            page.AppendLine(CultureInfo.InvariantCulture, $"| {group.Key.Name} | {group.Key.Threads} | {group.Min(r => Number(r, "ours_min_ms")):F3} | {group.Min(r => Number(r, "peer_min_ms")):F3} | {last["peer_setting"]} | {ratios[ratios.Length / 2]:F2} ({ratios[0]:F2} to {ratios[^1]:F2}) | {last["least"]} | {last["aim"]} | {(ratios[0] >= Number(last, "least") ? "yes" : "**no**")} | {Roofline(last, limits)} |");
        }

        page.AppendLine();
        var memory = rows.Where(r => r.ContainsKey("memory_ratio")).GroupBy(r => Text(r, "name")).ToArray();
        if (memory.Length == 0)
            return;
        page.AppendLine(CultureInfo.InvariantCulture, $"Peak memory of a training process (least {Target.Memory.Least}, aim {Target.Memory.Aim}):\n");
        page.AppendLine("| workload | ours MiB | peer MiB | ratio |");
        page.AppendLine("|---|---|---|---|");
        foreach (var group in memory)
            page.AppendLine(CultureInfo.InvariantCulture, $"| {group.Key} | {group.Min(r => Number(r, "ours_peak_mib")):F0} | {group.Min(r => Number(r, "peer_peak_mib")):F0} | {group.Min(r => Number(r, "memory_ratio")):F2} |");
        page.AppendLine();
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
