namespace Seq2Seq.Text;

/// <summary>A sentence pair as ids: what a batch is made of.</summary>
/// <param name="Source">Source ids, as the encoder reads them.</param>
/// <param name="Target">Target ids without marks; the batch adds <c>&lt;bos&gt;</c> and <c>&lt;eos&gt;</c>.</param>
/// <param name="Index">Place in the data, so that outputs can be put back in order.</param>
public sealed record Example(long[] Source, long[] Target, int Index)
{
    /// <summary>Numbers a corpus.</summary>
    /// <param name="corpus">The pairs.</param>
    /// <param name="sourceTokeniser">Cuts the sources.</param>
    /// <param name="sourceVocabulary">Numbers their tokens.</param>
    /// <param name="targetTokeniser">Cuts the targets.</param>
    /// <param name="targetVocabulary">Numbers their tokens.</param>
    /// <param name="sourceEnd">Put <c>&lt;eos&gt;</c> behind every source: the encoder sees where it ends, and none is
    /// empty.</param>
    public static Example[] From(
        IEnumerable<SentencePair> corpus,
        Tokeniser sourceTokeniser,
        Vocabulary sourceVocabulary,
        Tokeniser targetTokeniser,
        Vocabulary targetVocabulary,
        bool sourceEnd = true)
    {
        ArgumentNullException.ThrowIfNull(sourceTokeniser);
        ArgumentNullException.ThrowIfNull(sourceVocabulary);
        ArgumentNullException.ThrowIfNull(targetTokeniser);
        ArgumentNullException.ThrowIfNull(targetVocabulary);
        return [.. corpus.Select((pair, index) => new Example(
            sourceVocabulary.Encode(sourceTokeniser.Tokenise(pair.Source), end: sourceEnd),
            targetVocabulary.Encode(targetTokeniser.Tokenise(pair.Target)),
            index))];
    }
}
