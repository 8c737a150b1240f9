namespace Seq2Seq.Models;

/// <summary>Knows of the source only through its first state.</summary>
/// <remarks>Sutskever et al. 2014: s_0 = the encoder's last state, s_t = RNN(E y_{t−1}, s_{t−1}), logits = W s_t + b.</remarks>
public sealed class PlainDecoder : RecurrentDecoder
{
    /// <summary>A decoder of these sizes.</summary>
    public PlainDecoder(DecoderOptions options) : base(nameof(PlainDecoder), options, extraInput: 0, options.HiddenSize) =>
        RegisterComponents();

    /// <inheritdoc/>
    public override DecoderState Start(EncoderOutput encoded, RecurrentState? first) =>
        new RecurrentDecoderState { Recurrent = Required(first) };

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
        var result = Run(target, dropout.call(embedding.call(target)), null, state);
        return (dropout.call(result.Output),
            state with { Recurrent = result.Final, Shared = null, Steps = state.Steps + target.size(1) });
    }
}
