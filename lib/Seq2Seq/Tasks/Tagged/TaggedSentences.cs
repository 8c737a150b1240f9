using Seq2Seq.Text;

namespace Seq2Seq.Tasks;

/// <summary>A sentence with the word class and the semantic role of every word.</summary>
/// <param name="Words">The words, the full stop among them.</param>
/// <param name="Tags">Universal part-of-speech tags (Petrov et al. 2012; Nivre et al. 2016).</param>
/// <param name="Roles">
/// Roles of the verb as in PropBank (Palmer et al. 2005), B- at the first word and I- behind it: A0 who does it, V, A1 to what, A2 to whom,
/// TMP when, LOC where, MNR how; O for the rest.
/// </param>
public sealed record TaggedSentence(IReadOnlyList<string> Words, IReadOnlyList<string> Tags, IReadOnlyList<string> Roles)
{
    /// <summary>The line of a TSV file.</summary>
    public override string ToString() => $"{string.Join(' ', Words)}\t{string.Join(' ', Tags)}\t{string.Join(' ', Roles)}";
}

/// <summary>English sentences whose words must be read in context: "they water the plants" and "the plants need water".</summary>
/// <remarks>A third of the nouns are verbs elsewhere. The same arguments give the same sentences on every machine.</remarks>
public static class TaggedSentences
{
    /// <summary>Distinct sentences.</summary>
    public static IReadOnlyList<TaggedSentence> Generate(int count = 1500, long seed = 13)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var random = new SeededRandom(seed);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var sentences = new List<TaggedSentence>(count);
        while (sentences.Count < count)
        {
            var sentence = new TaggedClause(random).Make(sentences.Count % 5);
            if (seen.Add(string.Join(' ', sentence.Words))) sentences.Add(sentence);
        }

        return sentences;
    }
}
