namespace Seq2Seq.Models;

/// <summary>What an encoder leaves for the decoder.</summary>
/// <param name="Memory">One vector per source position, (B, S, M).</param>
/// <param name="Mask">True where the source token is real, (B, S).</param>
/// <param name="Final">The encoder's last states, (L, B, M); null where it has none (a Transformer).</param>
public sealed record EncoderOutput(Tensor Memory, Tensor Mask, RecurrentState? Final)
{
    /// <summary>One vector for the whole sentence, (B, M): the last state, or the mean of the memory where there is none.</summary>
    public Tensor Summary
    {
        get
        {
            if (Final is not null) return Final.Top;
            var weights = Mask.to_type(Memory.dtype).unsqueeze(2);
            return (Memory * weights).sum(dim: 1) / weights.sum(dim: 1);
        }
    }
}
