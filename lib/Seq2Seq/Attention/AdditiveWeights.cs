namespace Seq2Seq.Models;

/// <summary>softmax(vᵀ tanh(q + k) + b), in one pass where the engine has one, else written out.</summary>
/// <remarks>
/// Written out, q + k and its tanh are the largest tensors of the model, (B, T, S, A), and live until the backward pass; fused, they
/// are computed again when they are wanted. Both give the same numbers.
/// </remarks>
public static class AdditiveWeights
{
    /// <summary>The weights, (B, T, S).</summary>
    /// <param name="queries">Projected, (B, T, A).</param>
    /// <param name="keys">Projected, (B, S, A).</param>
    /// <param name="score">A features to 1.</param>
    /// <param name="mask">True where a token is real, (B, S); null: everywhere.</param>
    /// <param name="excluded">The score of padding.</param>
    public static Tensor Of(Tensor queries, Tensor keys, Linear score, Tensor? mask, double excluded = Attention.Excluded) =>
#if TORCHSHARP
        Composed(queries, keys, score, mask, excluded);
#else
        FusedOps.additive_weights(queries, keys, score.weight, score.bias, mask, excluded);
#endif

    /// <summary>The same from plain operations.</summary>
    public static Tensor Composed(Tensor queries, Tensor keys, Linear score, Tensor? mask, double excluded = Attention.Excluded)
    {
        var scores = Scores(queries, keys, score);
        if (mask is not null) scores = scores.masked_fill(mask.unsqueeze(1).logical_not(), excluded);
        return scores.softmax(-1);
    }

    // (B, T, 1, A) + (B, 1, S, A) to (B, T, S)
    internal static Tensor Scores(Tensor queries, Tensor keys, Linear score) =>
        score.call((queries.unsqueeze(2) + keys.unsqueeze(1)).tanh()).squeeze(-1);
}
