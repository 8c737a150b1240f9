namespace Seq2Seq.Models;

/// <summary>Writes the target token by token, from what the encoder left.</summary>
public abstract class Decoder : nn.Module
{
    /// <summary>A decoder over a vocabulary of that size.</summary>
    protected Decoder(string name, long vocabularySize) : base(name) => VocabularySize = vocabularySize;

    /// <summary>How many tokens it chooses from: V.</summary>
    public long VocabularySize { get; }

    /// <summary>The state before the first token.</summary>
    /// <param name="encoded">What the encoder left.</param>
    /// <param name="first">The first recurrent state, from the bridge; null for decoders without one.</param>
    public abstract DecoderState Start(EncoderOutput encoded, RecurrentState? first);

    /// <summary>Reads one token per sequence, (B), and scores the next.</summary>
    public abstract DecoderStep Step(Tensor ids, DecoderState state);

    /// <summary>As <see cref="Step"/>, but short of the last layer; null for a decoder whose scores come in another way.</summary>
    internal virtual UnscoredStep? Approach(Tensor ids, DecoderState state) => null;

    /// <summary>Reads a whole target, (B, T), and scores every next token: teacher forcing.</summary>
    public virtual DecoderOutput Teach(Tensor target, DecoderState state)
    {
        var (logits, weights) = (new List<Tensor>(), new List<Tensor>());
        for (var t = 0; t < target.size(1); t++)
        {
            var step = Step(target.select(1, t), state);
            logits.Add(step.Logits);
            if (step.Attention is not null) weights.Add(step.Attention);
            state = step.State;
        }

        return new DecoderOutput(stack(logits, dim: 1), weights.Count == 0 ? null : stack(weights, dim: 1));
    }
}
