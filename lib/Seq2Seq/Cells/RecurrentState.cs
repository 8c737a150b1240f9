namespace Seq2Seq.Models;

/// <summary>What a recurrent network carries from step to step: <c>Hidden</c> (L, B, H) and, for an LSTM, <c>Memory</c> (L, B, H).</summary>
/// <param name="Hidden">The hidden states, lowest layer first.</param>
/// <param name="Memory">The LSTM's memory cells; null for other kinds.</param>
public sealed record RecurrentState(Tensor Hidden, Tensor? Memory = null)
{
    /// <summary>The hidden state of the highest layer, (B, H).</summary>
    public Tensor Top => Hidden.select(0, -1);

    /// <summary>The rows of the batch that are named, in that order; a row may be named more than once.</summary>
    public RecurrentState Take(Tensor rows) => new(Hidden.index_select(1, rows), Memory?.index_select(1, rows));
}

/// <summary>What a recurrent network gives for a whole sequence.</summary>
/// <param name="Output">The highest layer's hidden states, (B, T, D·H) for D directions.</param>
/// <param name="Final">The states after each sequence's own last step, (L, B, D·H).</param>
public sealed record RecurrentOutput(Tensor Output, RecurrentState Final);
