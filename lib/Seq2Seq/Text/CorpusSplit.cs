using System.Globalization;
using System.Text;

namespace Seq2Seq.Text;

/// <summary>A corpus in three parts that share no sentence.</summary>
/// <param name="Train">What the model learns from.</param>
/// <param name="Validation">What decides when to stop and which setting to take.</param>
/// <param name="Test">What is looked at once, at the end.</param>
/// <remarks>
/// Pairs whose sources are equal, or whose targets are, go to the same part, and so do the pairs linked to these in
/// turn. Equal means: but for case, accents' encoding, white space and punctuation. A random split of lines instead
/// puts "Hello." into training and "Hello!" into the test.
/// </remarks>
public sealed record CorpusSplit(ParallelCorpus Train, ParallelCorpus Validation, ParallelCorpus Test)
{
    internal static CorpusSplit Of(ParallelCorpus corpus, double validation, double test, long seed)
    {
        if (!(validation >= 0 && test >= 0 && validation + test < 1))
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"ParallelCorpus.Split: validation {validation}, test {test}; expected shares from 0 that leave something to train on, such as 0.1 and 0.1."));
        }

        var groups = Groups(corpus);
        new SeededRandom(seed).Shuffle(groups);
        int[] wanted = [(int)Math.Round(test * corpus.Count), (int)Math.Round(validation * corpus.Count)];
        var parts = new List<int>[] { [], [], [] };
        foreach (var group in groups)
        {
            // A group larger than the room left goes to training, so that no part outgrows its share.
            var part = Array.FindIndex(wanted, room => room >= group.Count);
            if (part >= 0) wanted[part] -= group.Count;
            parts[part >= 0 ? part : 2].AddRange(group);
        }

        return new CorpusSplit(Part(2), Part(1), Part(0));

        ParallelCorpus Part(int part) => new(parts[part].Order().Select(index => corpus[index]));
    }

    /// <summary>The sentence as far as leaks are concerned: letters and digits, NFKC, lower case.</summary>
    internal static string Key(string sentence)
    {
        var key = new StringBuilder(sentence.Length);
        foreach (var rune in Normalisation.Folded.Apply(sentence).EnumerateRunes())
        {
            if (Scripts.Of(rune) is not (Script.Space or Script.Symbol)) key.Append(rune.ToString());
        }

        // A sentence of signs alone is its own key.
        return key.Length > 0 ? key.ToString() : sentence.Trim();
    }

    private static List<List<int>> Groups(ParallelCorpus corpus)
    {
        var parents = Enumerable.Range(0, corpus.Count).ToArray();
        var sources = new Dictionary<string, int>(StringComparer.Ordinal);
        var targets = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < corpus.Count; i++)
        {
            Join(sources, Key(corpus[i].Source), i);
            Join(targets, Key(corpus[i].Target), i);
        }

        var groups = new Dictionary<int, List<int>>();
        for (var i = 0; i < corpus.Count; i++)
        {
            var root = Root(i);
            if (!groups.TryGetValue(root, out var group)) groups[root] = group = [];
            group.Add(i);
        }

        return [.. groups.Values.OrderBy(group => group[0])];

        void Join(Dictionary<string, int> seen, string key, int index)
        {
            if (seen.TryGetValue(key, out var first)) parents[Root(index)] = Root(first);
            else seen.Add(key, index);
        }

        int Root(int index)
        {
            while (parents[index] != index) index = parents[index] = parents[parents[index]];
            return index;
        }
    }
}
