namespace Seq2Seq.Text;

/// <summary>Puts every id into one class, so that a softmax can first choose the class and then the token in
/// it.</summary>
/// <remarks>
/// P(w | h) = P(class(w) | h) · P(w | class(w), h) (Goodman 2001). Two ways to cut a vocabulary whose ids fall in
/// frequency: classes of equal probability mass (Mikolov et al. 2011), or a short head and growing tails (Grave et al.
/// 2017, adaptive softmax).
/// </remarks>
public sealed class VocabularyClasses
{
    private readonly int[] _starts;

    private VocabularyClasses(int[] starts) => _starts = starts;

    /// <summary>How many classes there are.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>How many tokens there are.</summary>
    public int TokenCount => _starts[^1];

    /// <summary>Where each class but the first begins: the cut-offs of an adaptive softmax.</summary>
    public IReadOnlyList<long> Cutoffs => [.. _starts.Skip(1).Take(Count - 1).Select(start => (long)start)];

    /// <summary>Classes that end at the given ids (exclusive); what is left is the last class.</summary>
    public static VocabularyClasses AtCutoffs(Vocabulary vocabulary, params IReadOnlyList<int> cutoffs)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        return AtCutoffs(vocabulary.Count, cutoffs);
    }

    /// <summary>The same for a vocabulary of which only the size is known; its ids fall in frequency.</summary>
    public static VocabularyClasses AtCutoffs(int tokens, params IReadOnlyList<int> cutoffs)
    {
        ArgumentNullException.ThrowIfNull(cutoffs);
        int[] starts = [0, .. cutoffs, tokens];
        for (var i = 1; i < starts.Length; i++)
        {
            if (starts[i] > starts[i - 1]) continue;
            throw new ArgumentException(
                $"VocabularyClasses.AtCutoffs: cut-offs {string.Join(", ", cutoffs)} of {tokens} tokens; expected rising numbers between 1 and {tokens - 1}.");
        }

        return new VocabularyClasses(starts);
    }

    /// <summary>Classes that share the probability mass equally (no more than <paramref name="classes"/> of them): rare
    /// tokens sit in large classes.</summary>
    public static VocabularyClasses ByFrequency(Vocabulary vocabulary, int classes)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(classes);

        // Every token counts once at least, so that a fixed list without counts gives classes of equal size.
        var counts = vocabulary.Tokens.Select(token => Math.Max(1L, vocabulary.CountOf(token))).ToArray();
        var total = counts.Sum();
        var starts = new List<int> { 0 };
        var mass = 0L;
        for (var id = 0; id < counts.Length; id++)
        {
            mass += counts[id];
            if (mass * classes >= total * starts.Count && id + 1 < counts.Length && starts.Count < classes)
                starts.Add(id + 1);
        }

        return new VocabularyClasses([.. starts, vocabulary.Count]);
    }

    /// <summary>The class of an id.</summary>
    public int ClassOf(long id)
    {
        if (id < 0 || id >= TokenCount)
            throw new ArgumentOutOfRangeException(
                nameof(id), $"VocabularyClasses: id {id}; expected 0 to {TokenCount - 1}.");
        var found = Array.BinarySearch(_starts, (int)id);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>The place of an id within its class.</summary>
    public int IndexInClass(long id) => (int)id - _starts[ClassOf(id)];

    /// <summary>The id at a place of a class.</summary>
    public long IdAt(int @class, int index) => _starts[@class] + index;

    /// <summary>How many tokens a class has.</summary>
    public int SizeOf(int @class) => _starts[@class + 1] - _starts[@class];

    /// <summary>How many scores a softmax computes for one token: the classes, and the tokens of its class.</summary>
    public int ScoresFor(long id) => Count + SizeOf(ClassOf(id));
}
