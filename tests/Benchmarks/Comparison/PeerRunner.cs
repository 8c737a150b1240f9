using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Benchmarks.Comparison;

/// <summary>Runs the PyTorch peer in an environment of its own: inherited BLAS, OpenMP, ATen and malloc variables are removed first.</summary>
internal sealed class PeerRunner(string? blasRoot)
{
    private static readonly string[] Cleared = ["OPENBLAS_", "OMP_", "GOMP_", "KMP_", "MKL_", "ATEN_", "BLIS_", "DNNL_", "ONEDNN_", "MALLOC_"];
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "peer");
    private readonly JsonObject _settings = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "settings.json")))!.AsObject();

    /// <summary>Settings that can run here, for the number of threads.</summary>
    public string[] Usable(int threads) => [.. _settings
        .Where(s => s.Value is JsonObject setting && (setting["blas"] == null || blasRoot != null))
        .Select(s => s.Key)
        .Where(name => threads > 1 ? !name.StartsWith("t1", StringComparison.Ordinal) : name.StartsWith("t1", StringComparison.Ordinal))];

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

    /// <summary>The result lines of one workload in one setting.</summary>
    public JsonObject[] Run(string section, string workload, string setting)
    {
        var start = new ProcessStartInfo(Python) { RedirectStandardOutput = true, WorkingDirectory = Folder };
        start.ArgumentList.Add(Path.Combine(Folder, $"bench_{section}.py"));
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
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())]
            : throw new InvalidOperationException($"peer: bench_{section}.py {workload} ended with {process.ExitCode} in setting {setting}");
    }

    private static string Python => File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
}
