using System.Text.Json;

namespace Seq2Seq.Tensors.Conformance;

/// <summary>What PyTorch computed; see Fixtures/generate.py.</summary>
internal static class Fixture
{
    public static JsonElement Read(string name)
    {
        using var stream = File.OpenRead(Location(name + ".json"));
        return JsonDocument.Parse(stream).RootElement;
    }

    public static string Location(string file) => Path.Combine(AppContext.BaseDirectory, "Fixtures", file);

    public static Dictionary<string, FixtureCase> Cases(string name) => Read(name).GetProperty("cases").EnumerateObject()
        .ToDictionary(entry => entry.Name, entry => new FixtureCase(entry.Value));

    public static double[] Numbers(JsonElement values) => [.. values.EnumerateArray().Select(Number)];

    public static long[] Shape(JsonElement shape) => [.. shape.EnumerateArray().Select(size => size.GetInt64())];

    private static double Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        JsonValueKind.String => value.GetString() switch
        {
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => double.NaN,
        },
        _ => value.GetDouble(),
    };
}
