namespace Seq2Seq.Models;

/// <summary>The decoder of a Transformer: masked self-attention over what it wrote and attention over the memory.</summary>
/// <remarks>
/// Vaswani et al. 2017, 3.1. A step keeps the keys and values of all earlier positions, so it costs one position, not all of them.
/// </remarks>
public sealed class SelfAttentionDecoder : Decoder
{
    private readonly PositionedEmbedding embedding;
    private readonly ModuleList<TransformerLayer> layers;
    private readonly LayerNorm? norm;
    private readonly TokenOutput output;

    /// <summary>A decoder for a vocabulary of that size over memories of M features (D if not given).</summary>
    public SelfAttentionDecoder(
        long vocabularySize, TransformerOptions options, long? memorySize = null, bool tieWeights = false,
        Text.VocabularyClasses? classes = null)
        : base(nameof(SelfAttentionDecoder), vocabularySize)
    {
        embedding = new PositionedEmbedding(vocabularySize, options);
        layers = nn.ModuleList(Enumerable.Range(0, options.Layers)
            .Select(_ => new TransformerLayer(options, memorySize ?? options.Size)).ToArray());
        if (options.NormFirst) norm = nn.LayerNorm(options.Size);
        output = TokenOutput.Create(nameof(SelfAttentionDecoder), options.Size, embedding.Embedding, tieWeights, classes);
        RegisterComponents();
    }

    /// <summary>The target embedding.</summary>
    public PositionedEmbedding Embedding => embedding;

    /// <inheritdoc/>
    public override DecoderState Start(EncoderOutput encoded, RecurrentState? first) => new TransformerState(
        [.. layers.Select(layer => layer.ProjectMemory(encoded.Memory))], encoded.Mask.unsqueeze(1).unsqueeze(1), null, 0);

    /// <inheritdoc/>
    public override DecoderStep Step(Tensor ids, DecoderState state) => Approach(ids, state).Scored();

    internal override UnscoredStep Approach(Tensor ids, DecoderState state)
    {
        // A single query may look at everything before it and at itself: no mask.
        var (features, weights, next) = Read(ids.unsqueeze(1), (TransformerState)state, allowed: null);
        return new UnscoredStep(output, features, next, weights[^1].mean([1]));
    }

    /// <inheritdoc/>
    public override DecoderOutput Teach(Tensor target, DecoderState state)
    {
        var (features, weights, _) = Read(target, (TransformerState)state, Causal(target.size(1)));
        return new DecoderOutput(output.call(features), weights[^1].mean([1]));
    }

    /// <summary>Logits, and the weights over the source of every head of every layer, (B, h, T, S) each.</summary>
    public (Tensor Logits, IReadOnlyList<Tensor> Weights) Inspect(Tensor target, DecoderState state)
    {
        var (features, weights, _) = Read(target, (TransformerState)state, Causal(target.size(1)));
        return (output.call(features), weights);
    }

    /// <summary>True where position t may look at position u: u ≤ t, (T, T).</summary>
    public static Tensor Causal(long steps)
    {
        var places = arange(steps);
        return places.unsqueeze(0).le(places.unsqueeze(1));
    }

    private (Tensor Features, List<Tensor> Weights, TransformerState Next) Read(
        Tensor target, TransformerState state, Tensor? allowed)
    {
        var x = embedding.call(target, state.Steps);
        var (seen, weights) = (new List<HeadMemory>(), new List<Tensor>());
        var i = 0;
        foreach (var layer in layers)
        {
            var result = layer.Run(x, allowed, state.Past?[i], state.Memory[i], state.Mask);
            x = result.Output;
            seen.Add(result.Seen);
            weights.Add(result.CrossWeights!);
            i++;
        }

        if (norm is not null) x = norm.call(x);
        return (x, weights, state with { Past = seen, Steps = state.Steps + target.size(1) });
    }
}

/// <summary>What a Transformer's decoder keeps between steps.</summary>
/// <param name="Memory">Each layer's keys and values of the source, (B, h, S, d).</param>
/// <param name="Mask">True where the source is real, (B, 1, 1, S).</param>
/// <param name="Past">Each layer's keys and values of the target so far, (B, h, t, d); null before the first step.</param>
/// <param name="Steps">How many target positions have been read: t.</param>
public sealed record TransformerState(
    IReadOnlyList<HeadMemory> Memory, Tensor Mask, IReadOnlyList<HeadMemory>? Past, long Steps) : DecoderState
{
    /// <inheritdoc/>
    public override DecoderState Take(Tensor rows) => ((TransformerState)Reorder(rows)) with
    {
        Memory = [.. Memory.Select(memory => memory.Take(rows))],
        Mask = Mask.index_select(0, rows),
    };

    /// <inheritdoc/>
    public override DecoderState Reorder(Tensor rows) => this with { Past = Past?.Select(past => past.Take(rows)).ToArray() };
}
