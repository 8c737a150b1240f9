using System.Text.Json;

namespace Benchmarks.Workloads;

/// <summary>The configurations that every implementation of the benchmarks shares: peer/workloads.json.</summary>
internal static class WorkloadFile
{
    private static readonly JsonElement Root = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "peer", "workloads.json"))).RootElement;

    public static ulong Seed => Root.GetProperty("seed").GetUInt64();

    public static JsonElement Timing => Root.GetProperty("timing");

    public static JsonElement Tokens => Root.GetProperty("tokens");

    public static long Pad { get; } = Tokens.GetProperty("pad").GetInt64();

    public static long Bos { get; } = Tokens.GetProperty("bos").GetInt64();

    public static long Eos { get; } = Tokens.GetProperty("eos").GetInt64();

    /// <summary>The workloads of one section.</summary>
    public static IEnumerable<Workload> Section(string section)
    {
        var node = Root.GetProperty(section);
        return node.ValueKind == JsonValueKind.Array ? node.EnumerateArray().Select(e => new Workload(e)) : [new Workload(node)];
    }

    /// <summary>The training workload of a name.</summary>
    public static Workload Training(string name) => Section("train").Single(w => w.Name == name);
}
