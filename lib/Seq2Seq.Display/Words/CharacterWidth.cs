using System.Globalization;
using System.Text;

namespace Seq2Seq.Display.Words;

/// <summary>How wide a character is: in terminal cells, and in ems of a proportional font.</summary>
internal static class CharacterWidth
{
    /// <summary>0 for a combining mark, 2 for a Chinese character, 1 otherwise.</summary>
    public static int Cells(Rune rune)
    {
        if (rune.Value < 0x300)
            return 1;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format)
            return 0;
        return IsWide(rune.Value) ? 2 : 1;
    }

    public static int Cells(string text)
    {
        var cells = 0;
        foreach (var rune in text.EnumerateRunes())
            cells += Cells(rune);
        return cells;
    }

    /// <summary>The width of a line of text in a sans-serif font, estimated a little wide.</summary>
    public static double Pixels(string text, double fontSize)
    {
        var ems = 0.0;
        foreach (var rune in text.EnumerateRunes())
            ems += Ems(rune);
        return ems * fontSize;
    }

    // The East Asian wide and fullwidth blocks of Unicode's EastAsianWidth, and the emoji.
    private static bool IsWide(int code) =>
        code is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF)
            or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F)
            or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1F64F)
            or (>= 0x1F900 and <= 0x1F9FF) or (>= 0x20000 and <= 0x3FFFD);

    private static double Ems(Rune rune) => Cells(rune) switch
    {
        0 => 0,
        2 => 1,
        _ when rune.Value > 0x7F => 0.62,
        _ => (char)rune.Value switch
        {
            'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' => 0.29,
            'f' or 't' or 'r' or '(' or ')' or '[' or ']' or '-' or ' ' or '/' => 0.36,
            'm' or 'M' or 'W' or '@' or '%' => 0.88,
            'w' => 0.82,
            >= 'A' and <= 'Z' => 0.7,
            _ => 0.61,
        },
    };
}
