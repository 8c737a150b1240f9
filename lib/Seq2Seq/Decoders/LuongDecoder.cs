namespace Seq2Seq.Models;

/// <summary>Takes the recurrent step first and asks the attention with the new state.</summary>
/// <remarks>
/// Luong et al. 2015, 3: s_t = RNN(E y_{t−1}, s_{t−1}), c_t = attention(s_t), h~_t = tanh(W_c [c_t; s_t]), logits = W h~_t + b. With
/// input feeding (3.3) the previous h~ comes to the recurrence beside the embedding, and steps must be taken one by one; without it the
/// whole target is decoded at once.
/// </remarks>
public sealed class LuongDecoder : RecurrentDecoder
{
    private readonly Attention attention;
    private readonly Linear combine;
    private readonly bool _inputFeeding;

    /// <summary>A decoder of these sizes with an attention whose queries have H features.</summary>
    public LuongDecoder(DecoderOptions options, Attention attention, bool inputFeeding = false)
        : base(nameof(LuongDecoder), options, inputFeeding ? options.HiddenSize : 0, options.HiddenSize)
    {
        _inputFeeding = inputFeeding;
        this.attention = attention;
        combine = nn.Linear(attention.ContextSize + options.HiddenSize, options.HiddenSize, hasBias: false);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override DecoderState Start(EncoderOutput encoded, RecurrentState? first)
    {
        var state = Required(first);
        return new RecurrentDecoderState
        {
            Recurrent = state,
            Memory = attention.Prepare(encoded.Memory, encoded.Mask),
            Fed = _inputFeeding ? zeros_like(state.Top) : null,
            Coverage = attention.NeedsCoverage ? zeros_like(encoded.Mask, dtype: encoded.Memory.dtype) : null,
        };
    }

    /// <inheritdoc/>
    public override DecoderStep Step(Tensor ids, DecoderState state) => Approach(ids, state).Scored();

    internal override UnscoredStep Approach(Tensor ids, DecoderState state)
    {
        var target = ids.unsqueeze(1);
        var (attentional, weights, next) = Advance(target, dropout.call(embedding.call(target)), (RecurrentDecoderState)state);
        return new UnscoredStep(output, dropout.call(attentional), next, weights);
    }

    /// <inheritdoc/>
    public override DecoderOutput Teach(Tensor target, DecoderState state)
    {
        var current = (RecurrentDecoderState)state;
        var embedded = dropout.call(embedding.call(target));
        if (!_inputFeeding && !attention.NeedsCoverage)
        {
            var (all, allWeights, _) = Advance(target, embedded, current);
            return new DecoderOutput(output.call(dropout.call(all)), allWeights);
        }

        var (vectors, weights) = (new List<Tensor>(), new List<Tensor>());
        for (var t = 0; t < target.size(1); t++)
        {
            var (vector, weight, next) = Advance(target.narrow(1, t, 1), embedded.narrow(1, t, 1), current);
            vectors.Add(vector);
            weights.Add(weight);
            current = next;
        }

        return new DecoderOutput(output.call(dropout.call(cat(vectors, dim: 1))), cat(weights, dim: 1));
    }

    // ids (B, T), embedded (B, T, E) to h~ (B, T, H)
    private (Tensor Attentional, Tensor Weights, RecurrentDecoderState Next) Advance(
        Tensor ids, Tensor embedded, RecurrentDecoderState state)
    {
        var result = Run(ids, embedded, state.Fed?.unsqueeze(1), state);
        var attended = attention.Attend(result.Output, state.Memory!, state.Steps, state.Coverage);
        var attentional = combine.call(cat([attended.Context, result.Output], dim: 2)).tanh();
        return (attentional, attended.Weights, state with
        {
            Recurrent = result.Final,
            Shared = null,
            Fed = state.Fed is null ? null : attentional.squeeze(1),
            Coverage = state.Coverage is null ? null : state.Coverage + attended.Weights.squeeze(1),
            Steps = state.Steps + embedded.size(1),
        });
    }
}
