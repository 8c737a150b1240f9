namespace Seq2Seq.Models;

/// <summary>What all recurrent decoders share: an embedding, recurrent layers and an output.</summary>
public abstract class RecurrentDecoder : Decoder
{
    private protected readonly Embedding embedding;

    private protected readonly Recurrence recurrence;

    private protected readonly Dropout dropout;

    private protected readonly TokenOutput output;

    /// <summary>Makes the parts.</summary>
    /// <param name="name">The name of the module.</param>
    /// <param name="options">Sizes.</param>
    /// <param name="extraInput">Features that come to the recurrent layers beside the embedding.</param>
    /// <param name="features">Features that go into the output.</param>
    protected RecurrentDecoder(string name, DecoderOptions options, long extraInput, long features)
        : base(name, options.VocabularySize)
    {
        if (options.Recurrence is { } given && (given.InputSize != options.EmbeddingSize + extraInput || given.Directions != 1))
        {
            throw new ArgumentException(
                $"{name}: got recurrent layers for {given.InputSize} features in {given.Directions} direction(s); expected "
                + $"{options.EmbeddingSize} (embedding) + {extraInput} (context) = {options.EmbeddingSize + extraInput} in one.",
                nameof(options));
        }

        embedding = options.Embedding
            ?? nn.Embedding(options.VocabularySize, options.EmbeddingSize, padding_idx: Text.Vocabulary.PadId);
        recurrence = options.Recurrence ?? new FusedRecurrence(
            options.Kind, options.EmbeddingSize + extraInput, options.HiddenSize, options.Layers, dropout: options.Dropout);
        dropout = nn.Dropout(options.Dropout);
        output = TokenOutput.Create(name, features, embedding, options.TieWeights, options.Classes);
    }

    /// <summary>The target embedding, (V, E).</summary>
    public Embedding TargetEmbedding => embedding;

    /// <summary>Features of the state: H.</summary>
    public long HiddenSize => recurrence.HiddenSize;

    /// <summary>Recurrent layers: L.</summary>
    public int Layers => recurrence.Layers;

    /// <summary>True for an LSTM.</summary>
    public bool HasMemory => recurrence.HasMemory;

    /// <summary>Runs the layers on from a decoder's state.</summary>
    /// <param name="ids">(B, T).</param>
    /// <param name="embedded">Their embeddings (B, T, E), with which the input begins.</param>
    /// <param name="rest">The rest of the input (B, T, I - E), if any.</param>
    /// <param name="state">Where the decoder stands.</param>
    private protected RecurrentOutput Run(Tensor ids, Tensor embedded, Tensor? rest, RecurrentDecoderState state)
    {
        var isStep = ids.size(1) == 1;
        // Where dropout is at work, a token looks different each time.
        if (isStep && !dropout.training && state.Tokens is { } tokens
            && recurrence.Step(tokens, this, ids.squeeze(1), rest?.squeeze(1), state) is { } done) return done;
        var input = rest is null ? embedded : cat([embedded, rest], dim: 2);
        return state.Shared is not { } shared ? recurrence.Run(input, state.Recurrent)
            : isStep ? recurrence.Branch(input.squeeze(1), state.Recurrent, shared.Rows)
            : recurrence.Run(input, state.Recurrent.Take(shared.Rows));
    }

    /// <summary>The state handed to <see cref="Decoder.Start"/>, or a complaint.</summary>
    private protected RecurrentState Required(RecurrentState? first)
    {
        if (first is null)
        {
            throw new ArgumentException(
                $"{GetName()}.Start: got no first state; a recurrent decoder needs a bridge (ZeroBridge starts it from zeros).",
                nameof(first));
        }

        if (first.Hidden.size(0) != Layers || first.Hidden.size(2) != HiddenSize || (first.Memory is null) == HasMemory)
        {
            throw new ArgumentException(
                $"{GetName()}.Start: got a state of {first.Hidden.size(0)} layer(s) x {first.Hidden.size(2)} features, "
                + $"{(first.Memory is null ? "without" : "with")} memory; expected {Layers} x {HiddenSize}, "
                + $"{(HasMemory ? "with" : "without")}. A LinearBridge fits the sizes.",
                nameof(first));
        }

        return first;
    }
}

/// <summary>The sizes of a recurrent decoder, and what it does not make itself.</summary>
public sealed record DecoderOptions(long VocabularySize, long EmbeddingSize, long HiddenSize)
{
    /// <summary>The equations of the cells.</summary>
    public CellKind Kind { get; init; } = CellKind.Gru;

    /// <summary>Recurrent layers.</summary>
    public int Layers { get; init; } = 1;

    /// <summary>Share of features dropped, on embeddings, between layers and before the output.</summary>
    public double Dropout { get; init; }

    /// <summary>True if the output uses the embedding's weights.</summary>
    public bool TieWeights { get; init; }

    /// <summary>Classes of target tokens for an adaptive softmax (Grave et al. 2017); null: one score per token.</summary>
    public Text.VocabularyClasses? Classes { get; init; }

    /// <summary>An embedding made elsewhere (pretrained, or shared with the encoder).</summary>
    public Embedding? Embedding { get; init; }

    /// <summary>Recurrent layers made elsewhere (of cells, with layer norm, ...).</summary>
    public Recurrence? Recurrence { get; init; }
}
