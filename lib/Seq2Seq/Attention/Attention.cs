namespace Seq2Seq.Models;

/// <summary>Weighs the source positions for each query and averages the memory by these weights.</summary>
/// <remarks>
/// query (B, T, H) or (B, H); memory (B, S, M); mask (B, S), true where a token is real; weights (B, T, S), each row summing to 1,
/// zero on padding; context (B, T, M). The same object serves a whole target at once and a single decoding step.
/// </remarks>
public abstract class Attention : nn.Module<Tensor, Tensor, Tensor, Attended>
{
    // Far below any score, and without the NaN that a row of minus infinities gives.
    internal const double Excluded = -1e9;

    /// <summary>An attention for queries of H features over memories of M.</summary>
    protected Attention(string name, long querySize, long memorySize) : base(name) =>
        (QuerySize, MemorySize) = (querySize, memorySize);

    /// <summary>Features of a query: H.</summary>
    public long QuerySize { get; }

    /// <summary>Features of a memory vector: M.</summary>
    public long MemorySize { get; }

    /// <summary>Features of the context it gives.</summary>
    public virtual long ContextSize => MemorySize;

    /// <summary>True if the scores depend on the weights of earlier steps, so that steps must be taken one by one.</summary>
    public virtual bool NeedsCoverage => false;

    /// <summary>Does once per sentence what does not depend on the query: the keys.</summary>
    public AttentionMemory Prepare(Tensor memory, Tensor mask) => new(memory, Keys(memory), mask);

    /// <summary>The weights and the context of each query.</summary>
    /// <param name="query">(B, T, H).</param>
    /// <param name="memory">From <see cref="Prepare"/>.</param>
    /// <param name="firstStep">Which target position the first query stands at; only local attention asks.</param>
    /// <param name="coverage">The sum of earlier weights, (B, S); only if <see cref="NeedsCoverage"/>.</param>
    public virtual Attended Attend(Tensor query, AttentionMemory memory, long firstStep = 0, Tensor? coverage = null)
    {
        var weights = Normalise(Scores(query, memory, coverage), memory.Mask);
        return new Attended(weights.bmm(memory.Values), weights);
    }

    /// <summary>One query of each of R sequences, where P states are shared among them: the result is that of R queries.</summary>
    /// <param name="query">Of the states, (P, 1, H).</param>
    /// <param name="shared">Who has which state.</param>
    /// <param name="memory">Of the sequences, from <see cref="Prepare"/>.</param>
    /// <param name="firstStep">As for <see cref="Attend"/>.</param>
    /// <param name="coverage">Of the sequences, (R, S).</param>
    public virtual Attended AttendShared(
        Tensor query, SharedStates shared, AttentionMemory memory, long firstStep = 0, Tensor? coverage = null) =>
        Attend(query.index_select(0, shared.Rows), memory, firstStep, coverage);

    /// <summary>For a single query (B, H) or several (B, T, H): the result has the same form.</summary>
    public sealed override Attended forward(Tensor query, Tensor memory, Tensor mask)
    {
        if (query.dim() == 3) return Attend(query, Prepare(memory, mask));
        var result = Attend(query.unsqueeze(1), Prepare(memory, mask));
        return new Attended(result.Context.squeeze(1), result.Weights.squeeze(1));
    }

    /// <summary>What the scores compare the query with, (B, S, ·): the memory itself unless a projection pays.</summary>
    protected internal virtual Tensor Keys(Tensor memory) => memory;

    /// <summary>The score of every position for every query, (B, T, S).</summary>
    protected internal abstract Tensor Scores(Tensor query, AttentionMemory memory, Tensor? coverage);

    /// <summary>Softmax over the allowed positions; <paramref name="allowed"/> is (B, S) or (B, T, S).</summary>
    protected static Tensor Normalise(Tensor scores, Tensor allowed)
    {
        var mask = allowed.dim() == 2 ? allowed.unsqueeze(1) : allowed;
        return scores.masked_fill(mask.logical_not(), Excluded).softmax(-1);
    }
}

/// <summary>A sentence as attention sees it.</summary>
/// <param name="Values">What is averaged, (B, S, M).</param>
/// <param name="Keys">What the query is compared with, (B, S, ·).</param>
/// <param name="Mask">True where a token is real, (B, S).</param>
public sealed record AttentionMemory(Tensor Values, Tensor Keys, Tensor Mask)
{
    /// <summary>The rows of the batch that are named, in that order.</summary>
    public AttentionMemory Take(Tensor rows) =>
        new(Values.index_select(0, rows), Keys.index_select(0, rows), Mask.index_select(0, rows));
}

/// <summary>What attention gives: <c>Context</c> (B, T, M) and the <c>Weights</c> (B, T, S) it was averaged with.</summary>
public sealed record Attended(Tensor Context, Tensor Weights);
