namespace Seq2Seq.Models;

/// <summary>All that a decoder remembers between two steps, the sentence it reads from included.</summary>
/// <remarks>Row r of every part belongs to sequence r of the batch, so that a search can copy, reorder and drop sequences.</remarks>
public abstract record DecoderState
{
    /// <summary>The rows that are named, in that order; a row may be named more than once.</summary>
    public abstract DecoderState Take(Tensor rows);

    /// <summary>As <see cref="Take"/> where every row is replaced by one that reads the same sentence: only what differs moves.</summary>
    public virtual DecoderState Reorder(Tensor rows) => Take(rows);
}

/// <summary>One decoding step of a batch.</summary>
/// <param name="Logits">The scores of all next tokens, (B, V).</param>
/// <param name="State">What to go on with.</param>
/// <param name="Attention">Weights over the source, (B, S); null for a decoder that has none.</param>
public sealed record DecoderStep(Tensor Logits, DecoderState State, Tensor? Attention);

/// <summary>A whole target decoded.</summary>
/// <param name="Logits">(B, T, V).</param>
/// <param name="Attention">Weights over the source, (B, T, S); null for a decoder that has none.</param>
public sealed record DecoderOutput(Tensor Logits, Tensor? Attention);

/// <summary>The state of a decoder with recurrent layers.</summary>
public sealed record RecurrentDecoderState : DecoderState
{
    /// <summary>Hidden states of the layers, (L, B, H); where sequences share them, (L, P, H).</summary>
    public required RecurrentState Recurrent { get; init; }

    /// <summary>Which recurrent state each sequence goes on from, after a search has chosen; null: each has its own.</summary>
    public SharedStates? Shared { get; init; }

    /// <summary>The whole sentence in one vector, (B, M), for decoders that see it at each step.</summary>
    public Tensor? Summary { get; init; }

    /// <summary>The sentence as attention sees it.</summary>
    public AttentionMemory? Memory { get; init; }

    /// <summary>The last attentional vector, (B, H), where it is fed to the next step.</summary>
    public Tensor? Fed { get; init; }

    /// <summary>The sum of all weights so far, (B, S).</summary>
    public Tensor? Coverage { get; init; }

    /// <summary>What the search keeps of the tokens it reads; null: nothing.</summary>
    internal KeptTokens? Tokens { get; init; }

    /// <summary>How many steps have been taken.</summary>
    public long Steps { get; init; }

    /// <inheritdoc/>
    public override DecoderState Take(Tensor rows) => (RecurrentDecoderState)Reorder(rows) with
    {
        Summary = Summary?.index_select(0, rows),
        Memory = Memory?.Take(rows),
    };

    /// <inheritdoc/>
    public override DecoderState Reorder(Tensor rows)
    {
        var (kept, shared) = SharedStates.Of(Shared is null ? rows : Shared.Rows.index_select(0, rows));
        return this with
        {
            Recurrent = Recurrent.Take(kept),
            Shared = shared,
            Fed = Fed?.index_select(0, rows),
            Coverage = Coverage?.index_select(0, rows),
        };
    }
}
