namespace Seq2Seq.Text;

/// <summary>A sentence and its translation (or question and answer, text and summary, ...).</summary>
/// <param name="Source">What the encoder reads.</param>
/// <param name="Target">What the decoder shall write.</param>
/// <param name="Attribution">Who wrote it, where the file says so (third column).</param>
/// <param name="Line">Line of the file it came from, counted from 1; 0 if it came from none.</param>
public sealed record SentencePair(string Source, string Target, string? Attribution = null, int Line = 0)
{
    /// <summary>The other way round.</summary>
    public SentencePair Swapped() => this with { Source = Target, Target = Source };
}
