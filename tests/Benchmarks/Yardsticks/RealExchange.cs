using System.Text.Json;
using System.Text.Json.Nodes;
using Benchmarks.Comparison;
using Seq2Seq.Models;
using Seq2Seq.Text;

namespace Benchmarks.Yardsticks;

/// <summary>All that the peer needs to do the same work: sizes, ids, the batches of every epoch.</summary>
internal sealed class RealExchange(ModelConfig config, long sourceVocabulary, long targetVocabulary, long seed)
{
    private readonly JsonObject _content = new()
    {
        ["embedding"] = config.Embedding,
        ["hidden"] = config.Hidden,
        ["dropout"] = config.Dropout,
        ["src_vocab"] = sourceVocabulary,
        ["tgt_vocab"] = targetVocabulary,
        ["seed"] = seed,
    };

    public RealExchange With(string name, JsonNode value)
    {
        _content[name] = value;
        return this;
    }

    public RealExchange With(string part, IEnumerable<Example> examples)
    {
        var all = examples.ToArray();
        return With(part, new JsonObject
        {
            ["source"] = Rows(all.Select(example => example.Source)),
            ["target"] = Rows(all.Select(example => example.Target)),
        });
    }

    /// <summary>The batches as rows of example numbers.</summary>
    public static JsonArray Rows(IEnumerable<Batch> batches) => Rows(batches.Select(batch => Array.ConvertAll(batch.Indices, i => (long)i)));

    /// <summary>Runs the peer in one of its settings; gives its result line. Some settings want the folder of another BLAS.</summary>
    public JsonObject Run(string setting, string? blasRoot = null)
    {
        var file = Path.Combine(Path.GetTempPath(), $"yardstick-{Environment.ProcessId}-{Guid.NewGuid():N}.json");
        File.WriteAllText(file, _content.ToJsonString(new JsonSerializerOptions { WriteIndented = false }));
        try
        {
            return new PeerRunner(blasRoot).Run("yardstick", [file], setting).Single();
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static JsonArray Rows(IEnumerable<long[]> rows) =>
        new([.. rows.Select(row => new JsonArray([.. row.Select(id => JsonValue.Create(id))]))]);
}
