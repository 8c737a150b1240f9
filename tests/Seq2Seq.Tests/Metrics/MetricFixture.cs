using System.Text.Json;

namespace Seq2Seq.Tests.Metrics;

/// <summary>What Fixtures/generate.py computed.</summary>
internal static class MetricFixture
{
    private static readonly JsonDocument Document = Load();

    public static JsonElement Root => Document.RootElement;

    public static JsonElement Corpus(string name) => Root.GetProperty("corpora").EnumerateArray().Single(corpus => corpus.GetProperty("name").GetString() == name);

    public static string[] Strings(this JsonElement element) => [.. element.EnumerateArray().Select(item => item.GetString()!)];

    public static double[] Numbers(this JsonElement element) => [.. element.EnumerateArray().Select(item => item.GetDouble())];

    public static double Number(this JsonElement element, string name) => element.GetProperty(name).GetDouble();

    public static string[] Hypotheses(this JsonElement corpus) => corpus.GetProperty("hypotheses").Strings();

    public static IReadOnlyList<string>[] References(this JsonElement corpus) =>
        [.. corpus.GetProperty("references").EnumerateArray().Select(IReadOnlyList<string> (list) => list.Strings())];

    private static JsonDocument Load()
    {
        using var stream = typeof(MetricFixture).Assembly.GetManifestResourceStream("metrics.json")!;
        return JsonDocument.Parse(stream);
    }
}
