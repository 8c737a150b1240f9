using System.Text.Json.Nodes;

namespace Benchmarks.Comparison;

/// <summary>The ratios that each group of workloads has to reach: targets.json.</summary>
internal sealed record Target(string Row, string[] Patterns, double Least, double Aim)
{
    private static readonly JsonNode Root = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "targets.json")))!;

    public static Target[] All { get; } = [.. Root["rows"]!.AsArray().Select(Read)];

    public static Target Memory { get; } = Read(Root["memory"]);

    /// <summary>The first row that a name fits.</summary>
    public static Target? Of(string name) => All.FirstOrDefault(t => t.Patterns.Any(p => Arguments.Fits(p, name)));

    private static Target Read(JsonNode? node) => new(
        node!["row"]!.GetValue<string>(),
        [.. node["patterns"]!.AsArray().Select(p => p!.GetValue<string>())],
        node["least"]!.GetValue<double>(),
        node["aim"]!.GetValue<double>());
}
