namespace Seq2Seq.Models;

/// <summary>How a Transformer knows where a token stands.</summary>
public enum PositionKind
{
    /// <summary>Fixed sines and cosines (Vaswani et al. 2017, 3.5).</summary>
    Sinusoidal,

    /// <summary>A learned vector per place, up to the longest allowed length.</summary>
    Learned,

    /// <summary>Not at all: the source is a bag of words.</summary>
    None,
}

/// <summary>The sizes of a Transformer.</summary>
/// <param name="Size">Features of every vector: D.</param>
/// <param name="Heads">Attention heads, a divisor of D.</param>
/// <param name="Layers">Layers in the encoder, and in the decoder.</param>
/// <param name="FeedForward">Inner features of the feed-forward part.</param>
public sealed record TransformerOptions(long Size, int Heads = 4, int Layers = 2, long FeedForward = 256)
{
    /// <summary>Share dropped of embeddings, attention weights, inner features and every sub-layer's output.</summary>
    public double Dropout { get; init; } = 0.1;

    /// <summary>True: layer norm before each part (Xiong et al. 2020), which trains without warm-up; false: after, as in the paper.</summary>
    public bool NormFirst { get; init; } = true;

    /// <summary>How positions are told.</summary>
    public PositionKind Positions { get; init; }

    /// <summary>The longest sequence that learned positions can take.</summary>
    public int MaximumLength { get; init; } = 256;
}
