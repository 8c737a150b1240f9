using Seq2Seq.Text;

namespace Seq2Seq.Models;

/// <summary>An encoder, a bridge and a decoder: p(y | x) = Π p(y_t | y_&lt;t, x).</summary>
/// <remarks>
/// Any encoder goes with any decoder. Called with source ids (B, S), their lengths (B) and what the decoder reads (B, T), it gives the
/// logits of what it should say, (B, T, V); <see cref="Start"/> and <see cref="Step"/> decode with cached state.
/// </remarks>
public sealed class Seq2SeqModel : nn.Module<Tensor, Tensor, Tensor, Tensor>, IStepwise
{
    private readonly Encoder encoder;
    private readonly Bridge? bridge;
    private readonly Decoder decoder;

    /// <summary>
    /// A model of given parts. Without a bridge, a recurrent decoder gets a <see cref="LinearBridge"/> and a Transformer's none.
    /// </summary>
    public Seq2SeqModel(Encoder encoder, Decoder decoder, Bridge? bridge = null) : base(nameof(Seq2SeqModel))
    {
        this.encoder = encoder;
        this.decoder = decoder;
        this.bridge = bridge ?? (decoder is RecurrentDecoder r
            ? new LinearBridge(encoder.MemorySize, r.HiddenSize, r.Layers, r.HasMemory)
            : null);
        RegisterComponents();
    }

    /// <summary>The part that reads.</summary>
    public Encoder Encoder => encoder;

    /// <summary>The part that writes.</summary>
    public Decoder Decoder => decoder;

    /// <summary>The part between them.</summary>
    public Bridge? Bridge => bridge;

    /// <inheritdoc/>
    public long VocabularySize => decoder.VocabularySize;

    /// <summary>How many numbers it learns.</summary>
    public long ParameterCount => parameters().Sum(parameter => parameter.numel());

    /// <inheritdoc/>
    public DecoderState Start(Tensor source, Tensor lengths)
    {
        var encoded = encoder.call(source, lengths);
        return decoder.Start(encoded, bridge?.Cross(encoded));
    }

    /// <inheritdoc/>
    public DecoderStep Step(Tensor ids, DecoderState state) => decoder.Step(ids, state);

    /// <inheritdoc/>
    public override Tensor forward(Tensor source, Tensor lengths, Tensor targetInput) =>
        Teach(source, lengths, targetInput).Logits;

    /// <summary>Logits and attention weights with the true target as input: teacher forcing.</summary>
    public DecoderOutput Teach(Tensor source, Tensor lengths, Tensor targetInput) =>
        decoder.Teach(targetInput, Start(source, lengths));

    /// <summary>Logits where each input token is the true one only with some probability, else the model's own last choice.</summary>
    /// <remarks>Bengio et al. 2015: scheduled sampling. No gradient flows through the choice.</remarks>
    /// <param name="source">(B, S).</param>
    /// <param name="lengths">(B).</param>
    /// <param name="targetInput">(B, T).</param>
    /// <param name="forcing">Probability of the true token, 0 to 1.</param>
    /// <param name="random">Draws a coin per token.</param>
    public DecoderOutput TeachSampled(
        Tensor source, Tensor lengths, Tensor targetInput, double forcing, SeededRandom random)
    {
        if (forcing >= 1) return Teach(source, lengths, targetInput);
        var state = Start(source, lengths);
        var (batch, steps) = (targetInput.size(0), targetInput.size(1));
        var (logits, weights) = (new List<Tensor>(), new List<Tensor>());
        Tensor? said = null;
        for (var t = 0; t < steps; t++)
        {
            var truth = targetInput.select(1, t);
            var ids = truth;
            if (said is not null)
            {
                var coins = new bool[batch];
                for (var b = 0; b < batch; b++) coins[b] = random.Chance(forcing);
                ids = where(tensor(coins), truth, said);
            }

            var step = decoder.Step(ids, state);
            logits.Add(step.Logits);
            if (step.Attention is not null) weights.Add(step.Attention);
            said = step.Logits.detach().argmax(-1);
            state = step.State;
        }

        return new DecoderOutput(stack(logits, dim: 1), weights.Count == 0 ? null : stack(weights, dim: 1));
    }
}
