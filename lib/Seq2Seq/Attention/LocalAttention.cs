namespace Seq2Seq.Models;

/// <summary>Looks only at a window of ±D positions around one that is assumed or predicted.</summary>
/// <remarks>
/// Luong et al. 2015, 3.2. Monotonic (local-m): the centre of target step t is t. Predictive (local-p), eq. 9 and 10:
/// p = S·σ(vᵀ tanh(W q)), and the weights inside the window are multiplied by exp(−(s − p)² / 2σ²), σ = D/2; they then sum to less than 1.
/// Positions count from 0 here, so p = (S − 1)·σ(...), S being the sentence's real length.
/// </remarks>
public sealed class LocalAttention : Attention
{
    private readonly long _window;
    private readonly Attention score;
    private readonly Linear? inner;
    private readonly Linear? position;

    /// <summary>A window of D = <paramref name="window"/> to each side over another attention's scores.</summary>
    public LocalAttention(Attention score, long window = 3, bool predictive = true)
        : base(nameof(LocalAttention), score.QuerySize, score.MemorySize)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(window);
        _window = window;
        this.score = score;
        if (predictive)
        {
            inner = nn.Linear(score.QuerySize, score.QuerySize, hasBias: false);
            position = nn.Linear(score.QuerySize, 1, hasBias: false);
        }

        RegisterComponents();
    }

    /// <inheritdoc/>
    public override bool NeedsCoverage => score.NeedsCoverage;

    /// <inheritdoc/>
    public override Attended Attend(Tensor query, AttentionMemory memory, long firstStep = 0, Tensor? coverage = null)
    {
        var (targets, sources) = (query.size(1), memory.Mask.size(1));
        var dtype = query.dtype;
        var lengths = memory.Mask.to_type(dtype).sum(dim: 1).view(-1, 1, 1);

        // Centres (B, T, 1); a target longer than its source stays at the last word.
        var centre = position is null
            ? (arange(firstStep, firstStep + targets).to_type(dtype).view(1, -1, 1) + zeros_like(lengths)).minimum(lengths - 1)
            : position.call(inner!.call(query).tanh()).sigmoid() * (lengths - 1);
        var distance = arange(sources).to_type(dtype).view(1, 1, -1) - centre;
        var isInside = distance.abs().le(_window).logical_and(memory.Mask.unsqueeze(1));
        var weights = Normalise(Scores(query, memory, coverage), isInside);
        if (position is not null) weights = weights * (distance.square() * (-2.0 / (_window * _window))).exp();
        return new Attended(weights.bmm(memory.Values), weights);
    }

    /// <inheritdoc/>
    protected internal override Tensor Keys(Tensor memory) => score.Keys(memory);

    /// <inheritdoc/>
    protected internal override Tensor Scores(Tensor query, AttentionMemory memory, Tensor? coverage) =>
        score.Scores(query, memory, coverage);
}
