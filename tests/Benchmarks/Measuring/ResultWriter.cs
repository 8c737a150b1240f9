using System.Text.Json;
using System.Text.Json.Nodes;
using Benchmarks.Workloads;

namespace Benchmarks.Measuring;

/// <summary>Writes one JSON line per workload to standard output and, if asked, to a file.</summary>
internal sealed class ResultWriter(string? file)
{
    private static readonly JsonSerializerOptions Compact = new() { WriteIndented = false };

    public void Write(string name, Workload workload, Timing timing, params ReadOnlySpan<(string Key, double Value)> extra)
    {
        var line = new JsonObject { ["name"] = name };
        var config = new JsonObject();
        foreach (var property in workload.Element.EnumerateObject())
        {
            if (property.Name != "name")
                config[property.Name] = JsonNode.Parse(property.Value.GetRawText());
        }

        line["config"] = config;
        line["reps"] = timing.Repetitions;
        line["min_ms"] = Math.Round(timing.MinMs, 4);
        line["median_ms"] = Math.Round(timing.MedianMs, 4);
        line["max_ms"] = Math.Round(timing.MaxMs, 4);
        line["cpu_ms"] = Math.Round(timing.CpuMs, 4);
        foreach (var (key, value) in extra)
            line[key] = Math.Round(value, 4);
        line["threads"] = Workers.ThreadCount;
        Write(line);
    }

    public void Write(JsonObject line)
    {
        var text = line.ToJsonString(Compact);
        Console.WriteLine(text);
        if (file != null)
            File.AppendAllText(file, text + "\n");
    }
}
