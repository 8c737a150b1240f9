using System.Globalization;
using System.Text;

namespace Seq2Seq.Text;

/// <summary>What is done to a text before it is cut into tokens, so that one word has one spelling.</summary>
/// <remarks>
/// Unicode Standard Annex 15: NFC joins a letter with its accents; NFKC also replaces compatibility characters
/// (full-width Ａ becomes A, ﬁ becomes fi). What is no character (half a surrogate pair, U+FFFE, U+FFFF) becomes U+FFFD.
/// </remarks>
public sealed record Normalisation
{
    /// <summary>NFC and nothing else: the default of every tokeniser.</summary>
    public static Normalisation Standard { get; } = new();

    /// <summary>NFKC, lower case, single spaces: for small corpora, where every spare spelling costs.</summary>
    public static Normalisation Folded { get; } = new()
    {
        Compatibility = true,
        Lowercase = true,
        CollapseSpaces = true,
    };

    /// <summary>NFKC instead of NFC.</summary>
    public bool Compatibility { get; init; }

    /// <summary>Lower case by Unicode's own rules, whatever the machine's language.</summary>
    public bool Lowercase { get; init; }

    /// <summary>Drops accents: café becomes cafe.</summary>
    public bool StripAccents { get; init; }

    /// <summary>Runs of white space become one space; none at either end.</summary>
    public bool CollapseSpaces { get; init; }

    /// <summary>The text in its normal form.</summary>
    public string Apply(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var result = WellFormed(text).Normalize(Compatibility ? NormalizationForm.FormKC : NormalizationForm.FormC);
        if (StripAccents) result = WithoutAccents(result);

        // A small letter may have a composed form that the capital lacks (J̌, ǰ), so the form is taken again.
        if (Lowercase) result = result.ToLowerInvariant().Normalize(NormalizationForm.FormC);
        return CollapseSpaces ? SingleSpaces(result) : result;
    }

    internal static string SingleSpaces(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) result.Append(c);
            else if (result.Length > 0 && result[^1] != ' ') result.Append(' ');
        }

        if (result.Length > 0 && result[^1] == ' ') result.Length--;
        return result.ToString();
    }

    private static string WellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < '\uD800' || text[i] is > '\uDFFF' and < '\uFFFE') continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
            else return string.Concat(text.EnumerateRunes()).Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD');
        }

        return text;
    }

    private static string WithoutAccents(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark) result.Append(rune.ToString());
        }

        return result.ToString().Normalize(NormalizationForm.FormC);
    }
}
