using System.Globalization;
using System.Text.Json;
using Seq2Seq.Text;

namespace Seq2Seq.Models;

/// <summary>The models that can be made by name.</summary>
public enum ModelKind
{
    /// <summary>Bidirectional GRU, additive attention (Bahdanau et al. 2015): a good start for small data.</summary>
    GruAttention,

    /// <summary>Bidirectional LSTM, general attention, input feeding (Luong et al. 2015).</summary>
    LstmAttention,

    /// <summary>LSTM encoder and decoder without attention (Sutskever et al. 2014).</summary>
    Plain,

    /// <summary>Transformer (Vaswani et al. 2017), layer norm first.</summary>
    Transformer,
}

/// <summary>All that is needed to make a model anew; its weights are elsewhere.</summary>
public sealed record ModelConfig
{
    /// <summary>Which model.</summary>
    public ModelKind Kind { get; init; }

    /// <summary>Features of a token's vector.</summary>
    public int Embedding { get; init; } = 96;

    /// <summary>Features of a state; of every vector in a Transformer.</summary>
    public int Hidden { get; init; } = 128;

    /// <summary>Layers on each side.</summary>
    public int Layers { get; init; } = 1;

    /// <summary>Attention heads of a Transformer.</summary>
    public int Heads { get; init; } = 4;

    /// <summary>Share of features dropped in training.</summary>
    public double Dropout { get; init; } = 0.2;

    /// <summary>True if the output uses the target embedding's weights.</summary>
    public bool TieWeights { get; init; }

    /// <summary>
    /// Target ids at which the classes of an adaptive softmax end (Grave et al. 2017), such as 2000 and 10000 of 50000; none: one score per
    /// token. The vocabulary's ids fall in frequency.
    /// </summary>
    public IReadOnlyList<int> Cutoffs { get; init; } = [];

    /// <summary>A model of this kind for vocabularies of these sizes, with fresh weights.</summary>
    public Seq2SeqModel Create(long sourceVocabulary, long targetVocabulary)
    {
        var classes = Cutoffs.Count == 0 ? null : VocabularyClasses.AtCutoffs((int)targetVocabulary, Cutoffs);
        if (Kind == ModelKind.Transformer)
        {
            var options = new TransformerOptions(Hidden, Heads, Layers, 4L * Hidden) { Dropout = Dropout };
            return new Seq2SeqModel(
                new SelfAttentionEncoder(sourceVocabulary, options),
                new SelfAttentionDecoder(targetVocabulary, options, tieWeights: TieWeights, classes: classes));
        }

        var isLstm = Kind != ModelKind.GruAttention;
        var decoder = new DecoderOptions(targetVocabulary, Embedding, Hidden)
        {
            Kind = isLstm ? CellKind.Lstm : CellKind.Gru,
            Layers = Layers,
            Dropout = Dropout,
            TieWeights = TieWeights,
            Classes = classes,
        };
        var encoder = new RecurrentEncoder(
            sourceVocabulary, Embedding, Hidden, decoder.Kind, Layers, bidirectional: Kind != ModelKind.Plain, Dropout);
        return new Seq2SeqModel(encoder, Kind switch
        {
            ModelKind.GruAttention => new BahdanauDecoder(decoder, new AdditiveAttention(Hidden, encoder.MemorySize)),
            ModelKind.LstmAttention => new LuongDecoder(
                decoder, new GeneralAttention(Hidden, encoder.MemorySize), inputFeeding: true),
            _ => new PlainDecoder(decoder),
        });
    }

    /// <summary>Writes the configuration to a JSON file, in one atomic step.</summary>
    public void Save(string path) => JsonFile.Save(path, "seq2seq-model", json =>
    {
        json.WriteString("kind", Kind.ToString());
        json.WriteNumber("embedding", Embedding);
        json.WriteNumber("hidden", Hidden);
        json.WriteNumber("layers", Layers);
        json.WriteNumber("heads", Heads);
        json.WriteNumber("dropout", Dropout);
        json.WriteBoolean("tieWeights", TieWeights);
        json.WriteStartArray("cutoffs");
        foreach (var cutoff in Cutoffs) json.WriteNumberValue(cutoff);
        json.WriteEndArray();
    });

    /// <summary>Reads a configuration that <see cref="Save"/> wrote.</summary>
    public static ModelConfig Load(string path) => JsonFile.Load(path, "seq2seq-model", Read);

    private static ModelConfig Read(JsonElement json)
    {
        var config = Parse(json);
        foreach (var (name, size) in new[]
        {
            ("embedding", config.Embedding), ("hidden", config.Hidden), ("layers", config.Layers), ("heads", config.Heads),
        })
        {
            if (size < 1) throw new FormatException($"{name} is {size}; expected at least 1.");
        }

        return config.Dropout is >= 0 and < 1 ? config
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"dropout is {config.Dropout}; expected 0 to 1."));
    }

    private static ModelConfig Parse(JsonElement json) => new()
    {
        Kind = Enum.Parse<ModelKind>(json.GetProperty("kind").GetString()!),
        Embedding = json.GetProperty("embedding").GetInt32(),
        Hidden = json.GetProperty("hidden").GetInt32(),
        Layers = json.GetProperty("layers").GetInt32(),
        Heads = json.GetProperty("heads").GetInt32(),
        Dropout = json.GetProperty("dropout").GetDouble(),
        TieWeights = json.GetProperty("tieWeights").GetBoolean(),
        // Files of earlier versions have none.
        Cutoffs = json.TryGetProperty("cutoffs", out var cutoffs) ? [.. cutoffs.EnumerateArray().Select(x => x.GetInt32())] : [],
    };
}
