using System.Text;

namespace Seq2Seq.Host.Export.Formulas;

/// <summary>Letters in the alphabets of mathematics, as Unicode has them (MathML Core knows no other way).</summary>
internal static class MathAlphabet
{
    // Letters that had a code point before the mathematical block existed.
    private static readonly Dictionary<int, int> holes = new()
    {
        [0x1D455] = 0x210E,
        [0x1D49D] = 0x212C,
        [0x1D4A0] = 0x2130,
        [0x1D4A1] = 0x2131,
        [0x1D4A3] = 0x210B,
        [0x1D4A4] = 0x2110,
        [0x1D4A7] = 0x2112,
        [0x1D4A8] = 0x2133,
        [0x1D4AD] = 0x211B,
        [0x1D4BA] = 0x212F,
        [0x1D4BC] = 0x210A,
        [0x1D4C4] = 0x2134,
        [0x1D506] = 0x212D,
        [0x1D50B] = 0x210C,
        [0x1D50C] = 0x2111,
        [0x1D515] = 0x211C,
        [0x1D51D] = 0x2128,
        [0x1D53A] = 0x2102,
        [0x1D53F] = 0x210D,
        [0x1D545] = 0x2115,
        [0x1D547] = 0x2119,
        [0x1D548] = 0x211A,
        [0x1D549] = 0x211D,
        [0x1D551] = 0x2124,
    };

    /// <summary>The text in the alphabet of a LaTeX command; null if the command names none.</summary>
    public static string? Map(string command, string text)
    {
        var (letters, digits, greek) = command switch
        {
            @"\mathbf" or @"\textbf" or @"\bf" => (0x1D400, 0x1D7CE, 0x1D6A8),
            @"\boldsymbol" or @"\bm" or @"\mathbfit" => (0x1D468, 0x1D7CE, 0x1D71C),
            @"\mathcal" or @"\mathscr" => (0x1D49C, 0, 0),
            @"\mathfrak" => (0x1D504, 0, 0),
            @"\mathbb" => (0x1D538, 0x1D7D8, 0),
            @"\mathsf" => (0x1D5A0, 0x1D7E2, 0),
            @"\mathtt" or @"\texttt" => (0x1D670, 0x1D7F6, 0),
            _ => (-1, 0, 0),
        };
        if (letters < 0) return null;
        var mapped = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var point = rune.Value switch
            {
                >= 'A' and <= 'Z' => letters + rune.Value - 'A',
                >= 'a' and <= 'z' => letters + 26 + rune.Value - 'a',
                >= '0' and <= '9' when digits > 0 => digits + rune.Value - '0',
                >= 0x391 and <= 0x3A9 when greek > 0 => greek + rune.Value - 0x391,
                >= 0x3B1 and <= 0x3C9 when greek > 0 => greek + 26 + rune.Value - 0x3B1,
                _ => rune.Value,
            };
            mapped.Append(new Rune(holes.GetValueOrDefault(point, point)));
        }
        return mapped.ToString();
    }
}
