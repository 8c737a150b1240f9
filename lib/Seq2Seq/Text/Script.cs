using System.Globalization;
using System.Text;

namespace Seq2Seq.Text;

/// <summary>What kind of writing a code point belongs to, as far as tokenising needs to know.</summary>
internal enum Script
{
    Space,
    Letter,
    Digit,
    Ideograph,
    Symbol,
}

internal static class Scripts
{
    public static Script Of(Rune rune)
    {
        if (Rune.IsWhiteSpace(rune)) return Script.Space;
        if (IsIdeograph(rune.Value)) return Script.Ideograph;
        if (Rune.IsLetter(rune) || rune.Value == '_') return Script.Letter;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark =>
                Script.Letter,
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber => Script.Digit,
            _ => Script.Symbol,
        };
    }

    public static bool IsWordLike(Rune rune) => Of(rune) is Script.Letter or Script.Digit;

    // Scripts written without spaces whose signs stand for themselves: Han with its extensions, 〇, kana.
    public static bool IsIdeograph(int codePoint) => codePoint switch
    {
        >= 0x4E00 and <= 0x9FFF => true,
        >= 0x3400 and <= 0x4DBF => true,
        >= 0x20000 and <= 0x323AF => true,
        >= 0xF900 and <= 0xFAFF => true,
        >= 0x2E80 and <= 0x2FDF => true,
        >= 0x3040 and <= 0x30FF => true,
        0x3005 or 0x3007 => true,
        _ => false,
    };
}
