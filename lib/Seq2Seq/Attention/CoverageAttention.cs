namespace Seq2Seq.Models;

/// <summary>Additive attention that is told where it has already looked.</summary>
/// <remarks>
/// See et al. 2017, eq. 11: e = vᵀ tanh(W q + U k + w·coverage), coverage = Σ of all earlier weights. It needs steps one by one.
/// </remarks>
public sealed class CoverageAttention : Attention
{
    private readonly Linear query;
    private readonly Linear key;
    private readonly Linear covered;
    private readonly Linear score;

    /// <summary>An attention with A = <paramref name="size"/> inner features (H if not given).</summary>
    public CoverageAttention(long querySize, long memorySize, long? size = null)
        : base(nameof(CoverageAttention), querySize, memorySize)
    {
        var inner = size ?? querySize;
        query = nn.Linear(querySize, inner, hasBias: false);
        key = nn.Linear(memorySize, inner);
        covered = nn.Linear(1, inner, hasBias: false);
        score = nn.Linear(inner, 1, hasBias: false);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override bool NeedsCoverage => true;

    /// <inheritdoc/>
    protected internal override Tensor Keys(Tensor memory) => key.call(memory);

    /// <inheritdoc/>
    protected internal override Tensor Scores(Tensor query, AttentionMemory memory, Tensor? coverage)
    {
        var sum = this.query.call(query).unsqueeze(2) + memory.Keys.unsqueeze(1);
        if (coverage is not null) sum = sum + covered.call(coverage.unsqueeze(1).unsqueeze(-1));
        return score.call(sum.tanh()).squeeze(-1);
    }
}
