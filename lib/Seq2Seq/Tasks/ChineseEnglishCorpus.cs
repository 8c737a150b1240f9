using Seq2Seq.Tasks.Grammar;
using Seq2Seq.Text;

namespace Seq2Seq.Tasks;

/// <summary>Chinese-English sentence pairs with gold word alignments, made by a hand-written synchronous grammar.</summary>
/// <remarks>
/// Every sentence occurs once, in either language. <see cref="HeldOut"/> holds the sentences in which two words meet that never meet
/// in training (a verb and its object, an adjective and its noun), though each of them is seen there on its own: only a model that
/// composes gets them right.
/// </remarks>
public sealed class ChineseEnglishCorpus
{
    private const int HeldOutShare = 14;

    private ChineseEnglishCorpus(AlignedPair[] train, AlignedPair[] validation, AlignedPair[] test, AlignedPair[] heldOut)
    {
        Train = train;
        Validation = validation;
        Test = test;
        HeldOut = heldOut;
    }

    /// <summary>Pairs to learn from.</summary>
    public IReadOnlyList<AlignedPair> Train { get; }

    /// <summary>Pairs to choose by.</summary>
    public IReadOnlyList<AlignedPair> Validation { get; }

    /// <summary>Pairs to measure with, drawn like the training pairs.</summary>
    public IReadOnlyList<AlignedPair> Test { get; }

    /// <summary>Pairs to measure with, each with a combination of words that training lacks.</summary>
    public IReadOnlyList<AlignedPair> HeldOut { get; }

    /// <summary>Draws a corpus. The files in <c>data/zh-en</c> are the one with the default arguments.</summary>
    /// <param name="train">How many training pairs.</param>
    /// <param name="evaluation">How many pairs in each of the three other parts.</param>
    /// <param name="seed">Another seed, other sentences.</param>
    public static ChineseEnglishCorpus Generate(int train = 8000, int evaluation = 500, long seed = 20260107)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(train);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(evaluation);
        var random = new SeededRandom(seed);
        var weighted = Templates.All.SelectMany(rule => Enumerable.Repeat(rule, rule.Weight)).ToArray();
        HashSet<string> sources = new(StringComparer.Ordinal), targets = new(StringComparer.Ordinal);
        List<AlignedPair> seen = [], unseen = [];
        var attempts = 0;
        // A few held-out sentences go again, because training lacks one of their words.
        var candidates = evaluation + evaluation / 2;
        while (seen.Count < train + 2 * evaluation || unseen.Count < candidates)
        {
            if (++attempts > 100 * (train + evaluation) + 10_000)
            {
                throw new ArgumentException(
                    $"ChineseEnglishCorpus.Generate: {attempts - 1} sentences drawn, {seen.Count} distinct ones; "
                    + $"asked for {train} + 3 x {evaluation}. The grammar does not hold that many: ask for fewer.");
            }

            if (Draw(weighted, random) is not var (pair, combinations)) continue;
            var isHeldOut = combinations.Any(IsHeldOut);
            if (isHeldOut ? unseen.Count >= candidates : seen.Count >= train + 2 * evaluation) continue;
            if (sources.Contains(pair.SourceText) || targets.Contains(pair.TargetText)) continue;
            sources.Add(pair.SourceText);
            targets.Add(pair.TargetText);
            (isHeldOut ? unseen : seen).Add(pair);
        }

        return Split(seen, unseen, evaluation);
    }

    // A sentence of a test set whose words training lacks changes places with one of the training set.
    private static ChineseEnglishCorpus Split(List<AlignedPair> seen, List<AlignedPair> unseen, int evaluation)
    {
        var trainCount = seen.Count - 2 * evaluation;
        var training = seen.Take(trainCount).ToList();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in training.SelectMany(Words)) counts[word] = counts.GetValueOrDefault(word) + 1;

        List<AlignedPair> rest = [];
        var next = 0;
        foreach (var pair in seen.Skip(trainCount))
        {
            if (Words(pair).All(counts.ContainsKey))
            {
                rest.Add(pair);
                continue;
            }

            while (!Words(training[next]).All(word => counts[word] > Words(training[next]).Count(w => w == word))) next++;
            foreach (var word in Words(training[next])) counts[word]--;
            rest.Add(training[next]);
            training[next++] = pair;
            foreach (var word in Words(pair)) counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        var known = training.SelectMany(Words).ToHashSet(StringComparer.Ordinal);
        return new ChineseEnglishCorpus(
            [.. training], [.. rest.Take(evaluation)], [.. rest.Skip(evaluation)],
            [.. unseen.Where(pair => Words(pair).All(known.Contains)).Take(evaluation)]);
    }

    private static IEnumerable<string> Words(AlignedPair pair) => pair.Source.Concat(pair.Target);

    private static (AlignedPair Pair, string[] Combinations)? Draw(SynchronousTemplate[] weighted, SeededRandom random)
    {
        var template = random.Pick(weighted);
        var slots = new SlotFiller(random);
        if (!template.Slots.All(slots.TryFill) || IsOdd(slots)) return null;
        var pair = SentenceAssembler.Assemble(template, slots, timeFirst: random.Chance(0.25));
        return (pair, [.. slots.Slots.SelectMany(slot => slot.Combinations)]);
    }

    // "I waited for me", "Tom is taller than Tom", "from London to London".
    private static bool IsOdd(SlotFiller slots)
    {
        var heads = slots.Slots.Select(slot => string.Concat(slot.Chinese("").Select(token => token.Text))).ToArray();
        return heads.Distinct().Count() < heads.Length;
    }

    // FNV-1a over the UTF-16 units: the same words are held out on every machine and in every run.
    private static bool IsHeldOut(string combination)
    {
        var hash = combination.Aggregate(2166136261u, (h, c) => unchecked((h ^ c) * 16777619u));
        return (hash >> 8) % HeldOutShare == 0;
    }
}
