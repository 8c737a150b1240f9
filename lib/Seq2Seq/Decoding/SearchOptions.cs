namespace Seq2Seq.Decoding;

/// <summary>What every way of decoding can be told.</summary>
public record SearchOptions
{
    /// <summary>The most tokens of an output, the end not counted.</summary>
    public int MaximumLength { get; init; } = 100;

    /// <summary>The fewest tokens of an output: the end is forbidden before.</summary>
    public int MinimumLength { get; init; }

    /// <summary>No sequence of this many tokens occurs twice in an output (Paulus et al. 2017); 0 allows repetition.</summary>
    public int NoRepeat { get; init; }

    /// <summary>Tokens that must not be used.</summary>
    public IReadOnlyCollection<long> Forbidden { get; init; } = [];

    /// <summary>Tokens that every output begins with.</summary>
    public IReadOnlyList<long> Prefix { get; init; } = [];

    /// <summary>
    /// Which tokens may follow, given those so far (ids, the start not among them); null allows all. Called once per step and sequence.
    /// </summary>
    public Func<IReadOnlyList<long>, IEnumerable<long>>? Allowed { get; init; }
}

/// <summary>What a beam search can be told.</summary>
public sealed record BeamOptions : SearchOptions
{
    /// <summary>How many partial outputs are kept at each step.</summary>
    public int Width { get; init; } = 5;

    /// <summary>How many outputs are given for each sentence; no more than <see cref="Width"/>.</summary>
    public int Best { get; init; } = 1;

    /// <summary>α of the length norm: score = log p / ((5 + length) / 6)^α (Wu et al. 2016, eq. 14). 0: none.</summary>
    public double LengthPenalty { get; init; }

    /// <summary>β of the coverage penalty: + β Σ_s log min(Σ_t α_ts, 1) (Wu et al. 2016, eq. 14). 0: none.</summary>
    public double CoveragePenalty { get; init; }

    /// <summary>
    /// Phrases of ids that every output must contain, in any order: a term that must be translated so, an entity that must be named.
    /// </summary>
    /// <remarks>
    /// Post and Vilar 2018, dynamic beam allocation: the beam is shared out among outputs that have met 0, 1, 2, ... of the required
    /// tokens, and the end is allowed only behind all of them.
    /// </remarks>
    public IReadOnlyList<IReadOnlyList<long>> Required { get; init; } = [];

    /// <summary>True to keep all that was considered, for drawing.</summary>
    public bool RecordTree { get; init; }
}

/// <summary>What sampling can be told.</summary>
public sealed record SamplingOptions : SearchOptions
{
    /// <summary>Divides the logits: below 1 sharper, above 1 flatter; towards 0 it becomes greedy.</summary>
    public double Temperature { get; init; } = 1;

    /// <summary>Only the most probable tokens, this many; 0: all.</summary>
    public int TopK { get; init; }

    /// <summary>Only the most probable tokens that together have this probability (Holtzman et al. 2020); 1: all.</summary>
    public double TopP { get; init; } = 1;

    /// <summary>Another seed, other outputs.</summary>
    public long Seed { get; init; } = 1;
}
