namespace Benchmarks.Models;

/// <summary>Gives logits (B, T, V) from source (B, S), its lengths (B) and decoder input (B, T).</summary>
internal abstract class Seq2SeqModel(string name) : nn.Module<Tensor, Tensor, Tensor, Tensor>(name)
{
    /// <summary>What the source sentences give to every step, and the first state.</summary>
    public virtual (Memory Memory, Tensor[] State) Start(Tensor source, Tensor lengths) =>
        throw new NotSupportedException(GetName() + " does not decode step by step.");

    /// <summary>
    /// ids (B, beam) to logits (B, beam, V); each state tensor has rows in its dimension 1: one of each id, or those that
    /// <paramref name="from"/> tells.
    /// </summary>
    public virtual (Tensor Logits, Tensor[] State) Step(Tensor ids, Memory memory, Tensor[] state, Branches? from = null) =>
        throw new NotSupportedException(GetName() + " does not decode step by step.");
}

/// <summary>Values (B, S, M), projected keys and padding (B, 1, S), as far as the model has them.</summary>
internal readonly record struct Memory(Tensor Values, Tensor? Keys, Tensor? Padding);

/// <summary>Which of P states each of the R ids goes on from (R), and which sentence each state belongs to (P).</summary>
internal sealed record Branches(Tensor Rows, Tensor Sentences);
