namespace Seq2Seq.Models;

/// <summary>Sees the same summary of the source at every step, in the recurrence and in the output.</summary>
/// <remarks>Cho et al. 2014: s_t = RNN([E y_{t−1}; c], s_{t−1}), logits = W [s_t; E y_{t−1}; c] + b.</remarks>
public sealed class ContextDecoder : RecurrentDecoder
{
    /// <summary>A decoder of these sizes over summaries of M features.</summary>
    public ContextDecoder(DecoderOptions options, long memorySize)
        : base(nameof(ContextDecoder), options, memorySize, options.HiddenSize + options.EmbeddingSize + memorySize) =>
        RegisterComponents();

    /// <inheritdoc/>
    public override DecoderState Start(EncoderOutput encoded, RecurrentState? first) =>
        new RecurrentDecoderState { Recurrent = Required(first), Summary = encoded.Summary };

    /// <inheritdoc/>
    public override DecoderStep Step(Tensor ids, DecoderState state) => Approach(ids, state).Scored();

    internal override UnscoredStep Approach(Tensor ids, DecoderState state)
    {
        var (features, next) = Read(ids.unsqueeze(1), (RecurrentDecoderState)state);
        return new UnscoredStep(output, features, next, null);
    }

    /// <inheritdoc/>
    public override DecoderOutput Teach(Tensor target, DecoderState state) =>
        new(output.call(Read(target, (RecurrentDecoderState)state).Features), null);

    private (Tensor Features, RecurrentDecoderState Next) Read(Tensor target, RecurrentDecoderState state)
    {
        var embedded = dropout.call(embedding.call(target));
        var summary = state.Summary!.unsqueeze(1).expand(-1, target.size(1), -1);
        var result = Run(target, embedded, summary, state);
        return (dropout.call(cat([result.Output, embedded, summary], dim: 2)),
            state with { Recurrent = result.Final, Shared = null, Steps = state.Steps + target.size(1) });
    }
}
