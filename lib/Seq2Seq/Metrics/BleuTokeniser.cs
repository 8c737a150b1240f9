using System.Text;
using System.Text.RegularExpressions;

namespace Seq2Seq.Metrics;

/// <summary>How BLEU cuts texts, so that every paper's numbers rest on the same tokens.</summary>
public enum BleuTokenisation
{
    /// <summary>At white space: for text that is tokenised already.</summary>
    None,

    /// <summary>The rules of NIST's mteval-v13a script, used by WMT: for languages written with spaces.</summary>
    ThirteenA,

    /// <summary>Every Chinese character alone, the rest as 13a.</summary>
    Chinese,

    /// <summary>Every character alone.</summary>
    Character,
}

/// <summary>The tokenisations of sacreBLEU.</summary>
public static partial class BleuTokeniser
{
    /// <summary>The tokens of a text.</summary>
    public static string[] Tokenise(string text, BleuTokenisation tokenisation)
    {
        ArgumentNullException.ThrowIfNull(text);
        return tokenisation switch
        {
            BleuTokenisation.None => Words(text),
            BleuTokenisation.Character =>
                [.. text.EnumerateRunes().Where(rune => !Rune.IsWhiteSpace(rune)).Select(rune => rune.ToString())],
            BleuTokenisation.Chinese => Words(PartSigns(SpreadChinese(text.Trim()))),
            _ => Words(PartSigns($" {Unescape(text.TrimEnd())} ")),
        };
    }

    internal static string NameOf(BleuTokenisation tokenisation) => tokenisation switch
    {
        BleuTokenisation.None => "none",
        BleuTokenisation.ThirteenA => "13a",
        BleuTokenisation.Chinese => "zh",
        _ => "char",
    };

    internal static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Unescape(string text) => text
        .Replace("<skipped>", "", StringComparison.Ordinal)
        .Replace("-\n", "", StringComparison.Ordinal)
        .Replace('\n', ' ')
        .Replace("&quot;", "\"", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal)
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal);

    // Signs stand alone, and so do full stop and comma unless between digits, and a hyphen behind a digit. The order is
    // part of the definition.
    internal static string PartSigns(string text)
    {
        text = Sign().Replace(text, " $0 ");
        text = PointAfterOther().Replace(text, "$1 $2 ");
        text = PointBeforeOther().Replace(text, " $1 $2");
        return HyphenAfterDigit().Replace(text, "$1 $2 ");
    }

    private static string SpreadChinese(string text)
    {
        var spread = new StringBuilder(2 * text.Length);
        foreach (var c in text)
        {
            if (IsChinese(c)) spread.Append(' ').Append(c).Append(' ');
            else spread.Append(c);
        }

        return spread.ToString();
    }

    // sacreBLEU writes the range of extension B with a four-digit escape, so that it means U+2001 to U+2A6D: quotation
    // marks and dashes are parted by it, characters beyond U+FFFF are not. Kept, because a score must equal the
    // published ones.
    private static bool IsChinese(char c) => c is
        >= '\u3400' and <= '\u4DB5' or >= '\u4E00' and <= '\u9FBB' or >= '\uF900' and <= '\uFA2D' or >= '\uFA30' and <= '\uFA6A'
        or >= '\uFA70' and <= '\uFAD9' or >= '\u2001' and <= '\u2A6D' or >= '\uFF00' and <= '\uFFEF' or >= '\u2E80' and <= '\u2FDF'
        or >= '\u2FF0' and <= '\u303F' or >= '\u3100' and <= '\u312F' or >= '\u31A0' and <= '\u31BF' or >= '\u31C0' and <= '\u31EF'
        or >= '\u3200' and <= '\u33FF' or >= '\uFE10' and <= '\uFE1F' or >= '\uFE30' and <= '\uFE4F';

    [GeneratedRegex(@"[!-&(-+/:-@\[-`{-~]")]
    private static partial Regex Sign();

    [GeneratedRegex("([^0-9])([.,])")]
    private static partial Regex PointAfterOther();

    [GeneratedRegex("([.,])([^0-9])")]
    private static partial Regex PointBeforeOther();

    [GeneratedRegex("([0-9])(-)")]
    private static partial Regex HyphenAfterDigit();
}
