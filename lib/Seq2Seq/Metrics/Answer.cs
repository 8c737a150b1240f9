using System.Text;
using Seq2Seq.Text;

namespace Seq2Seq.Metrics;

/// <summary>An answer as SQuAD compares it.</summary>
internal static class Answer
{
    public static string[] Words(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.ToLowerInvariant().EnumerateRunes())
        {
            // Punctuation goes without leaving a gap: "don't" is "dont".
            if (Rune.IsPunctuation(rune) || (rune.IsAscii && Rune.IsSymbol(rune))) continue;
            if (Scripts.IsIdeograph(rune.Value)) kept.Append(' ').Append(rune.ToString()).Append(' ');
            else kept.Append(rune.ToString());
        }

        return [.. BleuTokeniser.Words(kept.ToString()).Where(word => word is not ("a" or "an" or "the"))];
    }
}
