namespace Seq2Seq.Models;

/// <summary>Several scaled dot attentions side by side, each in a subspace of its own.</summary>
/// <remarks>
/// Vaswani et al. 2017, 3.2.2: head_i = softmax(Q W_i (K U_i)ᵀ / √d) V T_i, output = [head_1; ...; head_h] W_o. As an
/// <see cref="Attention"/> its weights are the mean over the heads; <see cref="AttendHeads"/> gives those of each.
/// </remarks>
public sealed class MultiHeadAttention : Attention
{
    private readonly int _heads;
    private readonly long _size;
    private readonly Linear query;
    private readonly Linear key;
    private readonly Linear value;
    private readonly Linear output;
    private readonly Dropout dropout;

    /// <summary>Heads over D features (H if not given), D divisible by their number.</summary>
    public MultiHeadAttention(long querySize, long memorySize, int heads, long? size = null, double dropout = 0)
        : base(nameof(MultiHeadAttention), querySize, memorySize)
    {
        _heads = heads;
        _size = size ?? querySize;
        if (heads < 1 || _size % heads != 0)
        {
            throw new ArgumentException(
                $"MultiHeadAttention: {_size} features cannot be shared by {heads} heads; expected a number of heads that divides them.",
                nameof(heads));
        }

        query = nn.Linear(querySize, _size);
        key = nn.Linear(memorySize, _size);
        value = nn.Linear(memorySize, _size);
        output = nn.Linear(_size, querySize);
        this.dropout = nn.Dropout(dropout);
        foreach (var linear in new[] { query, key, value, output }) nn.init.xavier_uniform_(linear.weight);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override long ContextSize => QuerySize;

    /// <summary>Keys and values of every head, (B, h, S, d) each.</summary>
    public HeadMemory Project(Tensor memory) => new(Split(key.call(memory)), Split(value.call(memory)));

    /// <summary>Attends with every head.</summary>
    /// <param name="query">(B, T, H).</param>
    /// <param name="memory">From <see cref="Project"/>.</param>
    /// <param name="allowed">True where a query may look; must broadcast to (B, h, T, S); null: everywhere.</param>
    public Attended AttendHeads(Tensor query, HeadMemory memory, Tensor? allowed)
    {
        var queries = Split(this.query.call(query));
        var scores = queries.matmul(memory.Keys.transpose(2, 3)) * (1 / Math.Sqrt((double)_size / _heads));
        if (allowed is not null) scores = scores.masked_fill(allowed.logical_not(), -1e9);
        var weights = scores.softmax(-1);
        var heads = dropout.call(weights).matmul(memory.Values);

        // (B, h, T, d) to (B, T, h·d)
        var joined = heads.transpose(1, 2).reshape(query.size(0), query.size(1), _size);
        return new Attended(output.call(joined), weights);
    }

    /// <inheritdoc/>
    public override Attended Attend(Tensor query, AttentionMemory memory, long firstStep = 0, Tensor? coverage = null)
    {
        var heads = new HeadMemory(Split(memory.Keys), Split(value.call(memory.Values)));
        var result = AttendHeads(query, heads, memory.Mask.unsqueeze(1).unsqueeze(1));
        return result with { Weights = result.Weights.mean([1]) };
    }

    /// <inheritdoc/>
    protected internal override Tensor Keys(Tensor memory) => key.call(memory);

    /// <inheritdoc/>
    protected internal override Tensor Scores(Tensor query, AttentionMemory memory, Tensor? coverage) =>
        Split(this.query.call(query)).matmul(Split(memory.Keys).transpose(2, 3)).mean([1])
        * (1 / Math.Sqrt((double)_size / _heads));

    // (B, T, h·d) to (B, h, T, d)
    private Tensor Split(Tensor x) => x.view(x.size(0), x.size(1), _heads, _size / _heads).transpose(1, 2);
}

/// <summary>Keys and values as the heads see them, (B, h, S, d).</summary>
public sealed record HeadMemory(Tensor Keys, Tensor Values)
{
    /// <summary>The memory with the positions of another behind it.</summary>
    public HeadMemory Append(HeadMemory next) => new(cat([Keys, next.Keys], dim: 2), cat([Values, next.Values], dim: 2));

    /// <summary>The rows of the batch that are named, in that order.</summary>
    public HeadMemory Take(Tensor rows) => new(Keys.index_select(0, rows), Values.index_select(0, rows));
}
