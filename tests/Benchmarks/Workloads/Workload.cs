using System.Text.Json;

namespace Benchmarks.Workloads;

/// <summary>One configuration of workloads.json.</summary>
internal sealed class Workload(JsonElement element)
{
    private readonly Dictionary<string, int> _changed = [];

    public JsonElement Element => element;

    public string Name => Text("name");

    public string Text(string key) => element.GetProperty(key).GetString()!;

    public int Int(string key) => _changed.TryGetValue(key, out var value) ? value : element.GetProperty(key).GetInt32();

    public double Number(string key) => element.GetProperty(key).GetDouble();

    public bool Flag(string key) => element.GetProperty(key).GetBoolean();

    public bool Has(string key) => element.TryGetProperty(key, out _);

    public int[] Shape => [.. element.GetProperty("shape").EnumerateArray().Select(e => e.GetInt32())];

    /// <summary>The same workload with another value at one place (another batch for decoding, a sweep).</summary>
    public Workload With(string key, int value)
    {
        var copy = new Workload(element);
        foreach (var (k, v) in _changed)
            copy._changed[k] = v;
        copy._changed[key] = value;
        return copy;
    }
}
