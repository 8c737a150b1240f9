namespace Seq2Seq.Models;

/// <summary>Scores by one layer over query and memory side by side.</summary>
/// <remarks>
/// Luong et al. 2015, eq. 8 (concat): e = vᵀ tanh(W [q; k]). The same family as <see cref="AdditiveAttention"/>, here as it is written:
/// nothing can be computed once per sentence, which is what it costs.
/// </remarks>
public sealed class ConcatAttention : Attention
{
    private readonly Linear inner;
    private readonly Linear score;

    /// <summary>An attention with A = <paramref name="size"/> inner features (H if not given).</summary>
    public ConcatAttention(long querySize, long memorySize, long? size = null)
        : base(nameof(ConcatAttention), querySize, memorySize)
    {
        inner = nn.Linear(querySize + memorySize, size ?? querySize, hasBias: false);
        score = nn.Linear(size ?? querySize, 1, hasBias: false);
        RegisterComponents();
    }

    /// <inheritdoc/>
    protected internal override Tensor Scores(Tensor query, AttentionMemory memory, Tensor? coverage)
    {
        var (batch, targets, sources) = (query.size(0), query.size(1), memory.Keys.size(1));
        var queries = query.unsqueeze(2).expand(batch, targets, sources, QuerySize);
        var keys = memory.Keys.unsqueeze(1).expand(batch, targets, sources, MemorySize);
        return score.call(inner.call(cat([queries, keys], dim: -1)).tanh()).squeeze(-1);
    }
}
