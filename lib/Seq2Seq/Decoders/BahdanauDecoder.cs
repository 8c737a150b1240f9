namespace Seq2Seq.Models;

/// <summary>Asks the attention first, with the previous state, and reads the context together with the previous token.</summary>
/// <remarks>
/// Bahdanau et al. 2015, A.2.2: c_t = attention(s_{t−1}), s_t = RNN([E y_{t−1}; c_t], s_{t−1}), and the output sees all three:
/// logits = W tanh(V [s_t; E y_{t−1}; c_t]) + b. (Theirs has a maxout layer where this has tanh.)
/// </remarks>
public sealed class BahdanauDecoder : RecurrentDecoder
{
    private readonly Attention attention;
    private readonly Linear readout;

    /// <summary>A decoder of these sizes with an attention whose queries have H features.</summary>
    public BahdanauDecoder(DecoderOptions options, Attention attention)
        : base(nameof(BahdanauDecoder), options, attention.ContextSize, options.HiddenSize)
    {
        this.attention = attention;
        readout = nn.Linear(options.HiddenSize + options.EmbeddingSize + attention.ContextSize, options.HiddenSize);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override DecoderState Start(EncoderOutput encoded, RecurrentState? first) => new RecurrentDecoderState
    {
        Recurrent = Required(first),
        Memory = attention.Prepare(encoded.Memory, encoded.Mask),
        Coverage = attention.NeedsCoverage ? zeros_like(encoded.Mask, dtype: encoded.Memory.dtype) : null,
    };

    /// <inheritdoc/>
    public override DecoderStep Step(Tensor ids, DecoderState state) => Approach(ids, state).Scored();

    internal override UnscoredStep Approach(Tensor ids, DecoderState state)
    {
        var target = ids.unsqueeze(1);
        var (features, weights, next) = Advance(target, dropout.call(embedding.call(target)), (RecurrentDecoderState)state);
        return new UnscoredStep(output, ReadOut(features), next, weights);
    }

    /// <inheritdoc/>
    public override DecoderOutput Teach(Tensor target, DecoderState state)
    {
        var current = (RecurrentDecoderState)state;
        var embedded = dropout.call(embedding.call(target));
        var (features, weights) = (new List<Tensor>(), new List<Tensor>());
        for (var t = 0; t < target.size(1); t++)
        {
            var (feature, weight, next) = Advance(target.narrow(1, t, 1), embedded.narrow(1, t, 1), current);
            features.Add(feature);
            weights.Add(weight);
            current = next;
        }

        // The output layers need no order of steps: all positions at once.
        return new DecoderOutput(output.call(ReadOut(cat(features, dim: 1))), cat(weights, dim: 1));
    }

    // ids (B, 1), embedded (B, 1, E) to features (B, 1, H + E + M)
    private (Tensor Features, Tensor Weights, RecurrentDecoderState Next) Advance(
        Tensor ids, Tensor embedded, RecurrentDecoderState state)
    {
        var query = state.Recurrent.Top.unsqueeze(1);
        var attended = state.Shared is null
            ? attention.Attend(query, state.Memory!, state.Steps, state.Coverage)
            : attention.AttendShared(query, state.Shared, state.Memory!, state.Steps, state.Coverage);
        var result = Run(ids, embedded, attended.Context, state);
        return (cat([result.Output, embedded, attended.Context], dim: 2), attended.Weights, state with
        {
            Recurrent = result.Final,
            Shared = null,
            Coverage = state.Coverage is null ? null : state.Coverage + attended.Weights.squeeze(1),
            Steps = state.Steps + 1,
        });
    }

    private Tensor ReadOut(Tensor features) => dropout.call(readout.call(features).tanh());
}
