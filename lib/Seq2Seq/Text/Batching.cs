namespace Seq2Seq.Text;

/// <summary>A way to put examples into batches.</summary>
/// <remarks>Every example comes exactly once per pass. The order depends on the generator alone: draw a new pass from
/// the same one.</remarks>
public abstract class Batching
{
    /// <summary>One pass over the examples, in random order.</summary>
    public IReadOnlyList<Batch> Batches(IReadOnlyList<Example> examples, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(random);
        return [.. Plan(examples, random).Select(plan => Batch.Of([.. plan.Select(index => examples[index])]))];
    }

    /// <summary>One pass in the order of the data, for evaluation: nothing is shuffled, batches are cut as they
    /// come.</summary>
    public static IReadOnlyList<Batch> InOrder(IReadOnlyList<Example> examples, int size)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        return [.. examples.Chunk(size).Select(chunk => Batch.Of(chunk))];
    }

    /// <summary>Share of cells that hold padding, 0 to 1.</summary>
    public static double Waste(IEnumerable<Batch> batches)
    {
        ArgumentNullException.ThrowIfNull(batches);
        var (padded, cells) = (0L, 0L);
        foreach (var batch in batches)
        {
            padded += batch.PaddedCells;
            cells += batch.Cells;
        }

        return cells == 0 ? 0 : (double)padded / cells;
    }

    /// <summary>Which examples go together.</summary>
    private protected abstract List<int[]> Plan(IReadOnlyList<Example> examples, SeededRandom random);

    // Longest of both sides first decides the padding, then the other side; ties stay in their random order.
    private protected static int[] SortedByLength(IReadOnlyList<Example> examples, IEnumerable<int> order) =>
        [.. order.OrderBy(i => Math.Max(examples[i].Source.Length, examples[i].Target.Length + 1))
            .ThenBy(i => examples[i].Source.Length + examples[i].Target.Length)];
}

/// <summary>Batches of random examples: unbiased, much padding.</summary>
/// <param name="size">Examples in a batch.</param>
public sealed class RandomBatching(int size) : Batching
{
    private readonly int _size = size > 0 ? size
        : throw new ArgumentOutOfRangeException(nameof(size), size, "RandomBatching: expected a size of at least 1.");

    private protected override List<int[]> Plan(IReadOnlyList<Example> examples, SeededRandom random) =>
        [.. random.Permutation(examples.Count).Chunk(_size)];
}

/// <summary>Batches of examples of about one length, in random order: little padding.</summary>
/// <remarks>Shuffles, sorts each pool of <paramref name="pool"/> batches by length, cuts it, shuffles the
/// batches.</remarks>
/// <param name="size">Examples in a batch.</param>
/// <param name="pool">How many batches are sorted together: 1 is random batching, a large number sorts
/// everything.</param>
public sealed class BucketBatching(int size, int pool = 50) : Batching
{
    private readonly int _size = size > 0 ? size
        : throw new ArgumentOutOfRangeException(nameof(size), size, "BucketBatching: expected a size of at least 1.");
    private readonly int _pool = pool > 0 ? pool
        : throw new ArgumentOutOfRangeException(
            nameof(pool), pool, "BucketBatching: expected a pool of at least 1 batch.");

    private protected override List<int[]> Plan(IReadOnlyList<Example> examples, SeededRandom random)
    {
        var inPool = (int)Math.Min((long)_size * _pool, Math.Max(1, examples.Count));
        var batches = random.Permutation(examples.Count).Chunk(inPool)
            .SelectMany(chunk => SortedByLength(examples, chunk).Chunk(_size)).ToList();
        random.Shuffle(batches);
        return batches;
    }
}

/// <summary>Batches of about one number of padded tokens: many short sentences or few long ones, so that every step
/// costs the same.</summary>
/// <param name="tokens">Most cells, padding included, that the larger of the two padded arrays may have.</param>
public sealed class TokenBudgetBatching(int tokens) : Batching
{
    private readonly int _tokens = tokens > 0 ? tokens
        : throw new ArgumentOutOfRangeException(
            nameof(tokens), tokens, "TokenBudgetBatching: expected a budget of at least 1 token.");

    private protected override List<int[]> Plan(IReadOnlyList<Example> examples, SeededRandom random)
    {
        var batches = new List<int[]>();
        var current = new List<int>();
        var longest = 0;
        foreach (var index in SortedByLength(examples, random.Permutation(examples.Count)))
        {
            var length = Math.Max(examples[index].Source.Length, examples[index].Target.Length + 1);
            if (current.Count > 0 && (long)Math.Max(longest, length) * (current.Count + 1) > _tokens)
            {
                batches.Add([.. current]);
                current.Clear();
                longest = 0;
            }

            // A sentence larger than the budget is a batch of its own: nothing is dropped.
            current.Add(index);
            longest = Math.Max(longest, length);
        }

        if (current.Count > 0) batches.Add([.. current]);
        random.Shuffle(batches);
        return batches;
    }
}
