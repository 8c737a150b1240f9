namespace Benchmarks.Models;

/// <summary>Gives logits (B, T, V) from source (B, S), its lengths (B) and decoder input (B, T).</summary>
internal abstract class Seq2SeqModel(string name) : nn.Module<Tensor, Tensor, Tensor, Tensor>(name)
{
    /// <summary>What the source sentences give to every step, and the first state.</summary>
    public virtual (Memory Memory, Tensor[] State) Start(Tensor source, Tensor lengths) =>
        throw new NotSupportedException(GetName() + " does not decode step by step.");

    /// <summary>
    /// ids (B, beam) to the features (B · beam, H) that <see cref="Output"/> turns into logits; each state tensor has rows in its
    /// dimension 1: one of each id, or those that <paramref name="from"/> tells. The tokens are those of <see cref="TargetEmbedding"/>.
    /// </summary>
    public virtual (Tensor Features, Tensor[] State) Step(
        Tensor ids, Memory memory, Tensor[] state, TokenInputs tokens, Branches? from = null) =>
        throw new NotSupportedException(GetName() + " does not decode step by step.");

    /// <summary>The embedding of what was decoded.</summary>
    public virtual Embedding TargetEmbedding => throw new NotSupportedException(GetName() + " does not decode step by step.");

    /// <summary>The last layer.</summary>
    public virtual Linear Output => throw new NotSupportedException(GetName() + " does not decode step by step.");
}

/// <summary>Values (B, S, M), projected keys and padding (B, 1, S), as far as the model has them.</summary>
internal readonly record struct Memory(Tensor Values, Tensor? Keys, Tensor? Padding);

/// <summary>Which of P states each of the R ids goes on from (R), and which sentence each state belongs to (P).</summary>
internal sealed record Branches(Tensor Rows, Tensor Sentences);
