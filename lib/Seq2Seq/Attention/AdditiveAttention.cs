namespace Seq2Seq.Models;

/// <summary>Scores every source position against the query with a small network, then averages the memory.</summary>
/// <remarks>Bahdanau et al. 2015, A.1.2: e = vᵀ tanh(W q + U k), α = softmax(e), c = Σ α·m. W, U to A features.</remarks>
public sealed class AdditiveAttention : Attention
{
    private readonly Linear query;
    private readonly Linear key;
    private readonly Linear score;

    /// <summary>An attention with A = <paramref name="size"/> inner features (H if not given).</summary>
    public AdditiveAttention(long querySize, long memorySize, long? size = null)
        : base(nameof(AdditiveAttention), querySize, memorySize)
    {
        var inner = size ?? querySize;
        query = nn.Linear(querySize, inner, hasBias: false);
        key = nn.Linear(memorySize, inner);
        score = nn.Linear(inner, 1, hasBias: false);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Attended Attend(Tensor query, AttentionMemory memory, long firstStep = 0, Tensor? coverage = null)
    {
        var weights = AdditiveWeights.Of(this.query.call(query), memory.Keys, score, memory.Mask);
        return new Attended(weights.bmm(memory.Values), weights);
    }

    /// <inheritdoc/>
    public override Attended AttendShared(
        Tensor query, SharedStates shared, AttentionMemory memory, long firstStep = 0, Tensor? coverage = null)
    {
#if TORCHSHARP
        return base.AttendShared(query, shared, memory, firstStep, coverage);
#else
        // Sequences of one state read the same sentence: they share the weights and the context, too.
        var weights = FusedOps.additive_weights(
            this.query.call(query), memory.Keys, score.weight, score.bias, memory.Mask, Excluded, shared.First);
        var context = FusedOps.bmm_of(weights, memory.Values, shared.First);
        return new Attended(context.index_select(0, shared.Rows), weights.index_select(0, shared.Rows));
#endif
    }

    // U k, once per sentence: (B, S, A)
    /// <inheritdoc/>
    protected internal override Tensor Keys(Tensor memory) => key.call(memory);

    /// <inheritdoc/>
    protected internal override Tensor Scores(Tensor query, AttentionMemory memory, Tensor? coverage) =>
        AdditiveWeights.Scores(this.query.call(query), memory.Keys, score);
}
