using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Benchmarks.Comparison;

/// <summary>Runs the PyTorch peer in an environment of its own: inherited BLAS, OpenMP, ATen and malloc variables are removed first.</summary>
internal sealed class PeerRunner(string? blasRoot)
{
    private static readonly string[] Cleared = ["OPENBLAS_", "OMP_", "GOMP_", "KMP_", "MKL_", "ATEN_", "BLIS_", "DNNL_", "ONEDNN_", "MALLOC_"];
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "peer");
    private readonly JsonObject _best = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "best.json")))!.AsObject();
    private readonly JsonObject _settings = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "settings.json")))!.AsObject();

    /// <summary>The settings in which the peer was ever best at workloads of a section (best.json), as far as they can run here.</summary>
    public string[] Best(string section, int threads)
    {
        if (threads == 1)
            return ["t1-avx512-malloc"];
        var names = _best[section]!.AsArray().Select(n => n!.GetValue<string>());
        return [.. names.Select(name => blasRoot == null && _settings[name]!["blas"] != null ? "stock" : name).Distinct()];
    }

    /// <summary>True when a Python with torch is here.</summary>
    public static bool IsPresent()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(Python, "-c \"import torch\"") { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>The result lines of some workloads of a section in one setting.</summary>
    public JsonObject[] Run(string section, IReadOnlyList<string> workloads, string setting)
    {
        var start = new ProcessStartInfo(Python) { RedirectStandardOutput = true, WorkingDirectory = Folder };
        start.ArgumentList.Add(Path.Combine(Folder, $"bench_{section}.py"));
        foreach (var workload in workloads)
            start.ArgumentList.Add(workload);
        foreach (var name in start.Environment.Keys.Where(k => Cleared.Any(c => k.StartsWith(c, StringComparison.Ordinal))).ToArray())
            start.Environment.Remove(name);
        foreach (var (key, value) in _settings[setting]!.AsObject())
        {
            if (key == "blas")
                start.Environment["LD_LIBRARY_PATH"] = Path.Combine(blasRoot!, value!.GetValue<string>());
            else
                start.Environment[key] = value!.GetValue<string>();
        }

        start.Environment["BENCH_SETTING"] = setting;
        return ResultLines.Of(start, $"{string.Join(' ', workloads)} in setting {setting}");
    }

    private static string Python => File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
}
