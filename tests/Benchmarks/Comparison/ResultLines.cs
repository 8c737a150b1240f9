using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Benchmarks.Comparison;

/// <summary>Runs a process and reads the JSON lines that it prints.</summary>
internal static class ResultLines
{
    // A comparison of everything three times over should fit half an hour: both sides get less time than the rules of
    // workloads.json give a single run, unless the environment says otherwise.
    private static readonly (string Name, string Value)[] Shortened = [("BENCH_TARGET_S", "0.4"), ("BENCH_MIN_REPS", "8")];

    public static JsonObject[] Of(ProcessStartInfo start, string what)
    {
        foreach (var (name, value) in Shortened)
            start.Environment[name] = Environment.GetEnvironmentVariable(name) ?? value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())]
            : throw new InvalidOperationException($"{start.FileName} {what} ended with {process.ExitCode}");
    }
}
