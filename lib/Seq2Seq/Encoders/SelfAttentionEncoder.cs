namespace Seq2Seq.Models;

/// <summary>The encoder of a Transformer: every position sees every other in each layer.</summary>
/// <remarks>Vaswani et al. 2017, 3.1.</remarks>
public sealed class SelfAttentionEncoder : Encoder
{
    private readonly PositionedEmbedding embedding;
    private readonly ModuleList<TransformerLayer> layers;
    private readonly LayerNorm? norm;

    /// <summary>An encoder for a vocabulary of that size.</summary>
    public SelfAttentionEncoder(long vocabularySize, TransformerOptions options)
        : base(nameof(SelfAttentionEncoder), options.Size)
    {
        embedding = new PositionedEmbedding(vocabularySize, options);
        layers = nn.ModuleList(Enumerable.Range(0, options.Layers).Select(_ => new TransformerLayer(options)).ToArray());
        if (options.NormFirst) norm = nn.LayerNorm(options.Size);
        RegisterComponents();
    }

    /// <summary>The source embedding.</summary>
    public PositionedEmbedding Embedding => embedding;

    /// <inheritdoc/>
    public override EncoderOutput forward(Tensor source, Tensor lengths) => Encode(source, lengths).Output;

    /// <summary>The memory, and the weights of every head of every layer, (B, h, S, S) each.</summary>
    public (EncoderOutput Output, IReadOnlyList<Tensor> Weights) Encode(Tensor source, Tensor lengths)
    {
        var mask = MaskOf(lengths, source.size(1));
        var allowed = mask.unsqueeze(1).unsqueeze(1);
        var x = embedding.call(source, 0);
        var weights = new List<Tensor>();
        foreach (var layer in layers)
        {
            var result = layer.Run(x, allowed);
            x = result.Output;
            weights.Add(result.SelfWeights);
        }

        return (new EncoderOutput(norm is null ? x : norm.call(x), mask, null), weights);
    }
}
