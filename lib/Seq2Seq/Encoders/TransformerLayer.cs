namespace Seq2Seq.Models;

/// <summary>Self-attention, optionally attention to a memory, and a feed-forward part, each with a residual and a layer norm.</summary>
/// <remarks>
/// Vaswani et al. 2017, 3.1 and 3.3. Norm after: x = LN(x + f(x)); norm first (Xiong et al. 2020): x = x + f(LN(x)).
/// </remarks>
public sealed class TransformerLayer : nn.Module
{
    private readonly bool _normFirst;
    private readonly MultiHeadAttention self;
    private readonly MultiHeadAttention? cross;
    private readonly Linear inner;
    private readonly Linear outer;
    private readonly LayerNorm norm_self;
    private readonly LayerNorm? norm_cross;
    private readonly LayerNorm norm_feed;
    private readonly Dropout dropout;

    /// <summary>A layer; <paramref name="memorySize"/> is null for an encoder's, which has no memory to look at.</summary>
    public TransformerLayer(TransformerOptions options, long? memorySize = null) : base(nameof(TransformerLayer))
    {
        _normFirst = options.NormFirst;
        self = new MultiHeadAttention(options.Size, options.Size, options.Heads, dropout: options.Dropout);
        norm_self = nn.LayerNorm(options.Size);
        if (memorySize is { } size)
        {
            cross = new MultiHeadAttention(options.Size, size, options.Heads, options.Size, options.Dropout);
            norm_cross = nn.LayerNorm(options.Size);
        }

        inner = nn.Linear(options.Size, options.FeedForward);
        outer = nn.Linear(options.FeedForward, options.Size);
        norm_feed = nn.LayerNorm(options.Size);
        dropout = nn.Dropout(options.Dropout);
        RegisterComponents();
    }

    /// <summary>Keys and values of a memory for this layer's cross attention.</summary>
    public HeadMemory ProjectMemory(Tensor memory) => cross!.Project(memory);

    /// <summary>One pass.</summary>
    /// <param name="x">(B, T, D).</param>
    /// <param name="allowed">Where each position of x may look in x (and what came before it), broadcasting to (B, h, T, ·).</param>
    /// <param name="past">Keys and values of the positions before x; null if there are none.</param>
    /// <param name="memory">From <see cref="ProjectMemory"/>; null in an encoder.</param>
    /// <param name="memoryMask">True where the memory is real, broadcasting to (B, h, T, S).</param>
    public LayerResult Run(
        Tensor x, Tensor? allowed, HeadMemory? past = null, HeadMemory? memory = null, Tensor? memoryMask = null)
    {
        HeadMemory? seen = null;
        Tensor? selfWeights = null, crossWeights = null;
        x = Part(x, norm_self, input =>
        {
            seen = self.Project(input);
            if (past is not null) seen = past.Append(seen);
            var attended = self.AttendHeads(input, seen, allowed);
            selfWeights = attended.Weights;
            return attended.Context;
        });
        if (memory is not null)
        {
            x = Part(x, norm_cross!, input =>
            {
                var attended = cross!.AttendHeads(input, memory, memoryMask);
                crossWeights = attended.Weights;
                return attended.Context;
            });
        }

        x = Part(x, norm_feed, input => outer.call(dropout.call(inner.call(input).relu())));
        return new LayerResult(x, seen!, selfWeights!, crossWeights);
    }

    private Tensor Part(Tensor x, LayerNorm norm, Func<Tensor, Tensor> part) => _normFirst
        ? x + dropout.call(part(norm.call(x)))
        : norm.call(x + dropout.call(part(x)));
}

/// <summary>What a layer gives: its output (B, T, D), the keys and values it has seen, and the weights of every head.</summary>
public sealed record LayerResult(Tensor Output, HeadMemory Seen, Tensor SelfWeights, Tensor? CrossWeights);
