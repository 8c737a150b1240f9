using System.Text;

namespace Seq2Seq.Text;

/// <summary>Finds where words, numbers and signs begin and end.</summary>
internal static class WordScanner
{
    // Written with a full stop that belongs to the word.
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Jr", "Sr", "vs", "etc", "Inc", "Ltd", "Co", "No", "Fig", "approx",
    };

    /// <summary>A token and whether white space stands before it.</summary>
    public readonly record struct Unit(string Text, bool SpaceBefore);

    public static List<Unit> Scan(string text)
    {
        var units = new List<Unit>();
        var position = 0;
        var space = false;
        while (position < text.Length)
        {
            var rune = Rune.GetRuneAt(text, position);
            var end = position + rune.Utf16SequenceLength;
            switch (Scripts.Of(rune))
            {
                case Script.Space:
                    position = end;
                    space = true;
                    continue;
                case Script.Letter or Script.Digit:
                    end = EndOfWord(text, position);
                    break;
                case Script.Symbol when rune.Value is '.' or '-' or '…' or '—':
                    while (end < text.Length && text[end] == text[position]) end++;
                    break;
            }

            units.Add(new Unit(text[position..end], space));
            position = end;
            space = false;
        }

        return units;
    }

    private static int EndOfWord(string text, int start)
    {
        var end = start;
        while (end < text.Length)
        {
            var rune = Rune.GetRuneAt(text, end);
            if (Scripts.IsWordLike(rune)) end += rune.Utf16SequenceLength;
            else if (Connects(text, end)) end++;
            else break;
        }

        // The full stop of "Mr." and the last one of "U.S." belong to the word; that of a sentence does not.
        if (end < text.Length && text[end] == '.')
        {
            var word = text[start..end];
            var initials = word.Contains('.')
                && word.Split('.').All(part => part.Length == 1 && char.IsLetter(part[0]));
            if (initials || (Abbreviations.Contains(word) && end + 1 < text.Length && text[end + 1] == ' ')) end++;
        }

        return end;
    }

    // Signs inside a word: don't, well-known, 3.14, 1,000, 10:30, U.S.
    private static bool Connects(string text, int at)
    {
        if (at == 0 || at + 1 >= text.Length || !Rune.TryGetRuneAt(text, at + 1, out var next)) return false;
        var before = text[at - 1];
        return text[at] switch
        {
            '\'' or '’' => Letter(before) && Scripts.Of(next) == Script.Letter,
            '-' => Scripts.IsWordLike(next),
            '.' when Letter(before) => Scripts.Of(next) == Script.Letter && (at == 1 || !Letter(text[at - 2])),
            '.' or ',' or ':' => char.IsDigit(before) && Scripts.Of(next) == Script.Digit,
            _ => false,
        };
    }

    private static bool Letter(char c) =>
        char.IsLetter(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;
}
