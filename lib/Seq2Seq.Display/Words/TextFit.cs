using System.Text;

namespace Seq2Seq.Display.Words;

/// <summary>Cuts and wraps text to a width.</summary>
internal static class TextFit
{
    /// <summary>The text, or as much of it as fits with an ellipsis.</summary>
    public static string Pixels(string text, double fontSize, double width)
    {
        if (text.Length <= 512 && CharacterWidth.Pixels(text, fontSize) <= width)
            return text;
        var used = CharacterWidth.Pixels("…", fontSize);
        return Cut(text, rune => CharacterWidth.Pixels(rune, fontSize), width - used);
    }

    /// <summary>The text, or as much of it as fits the terminal cells with an ellipsis.</summary>
    public static string Cells(string text, int width)
    {
        if (text.Length <= 512 && CharacterWidth.Cells(text) <= width)
            return text;
        return Cut(text, rune => CharacterWidth.Cells(rune), width - 1);
    }

    /// <summary>The text cut and padded to exactly that many terminal cells.</summary>
    public static string Pad(string text, int width, bool right = false)
    {
        var cut = Cells(text, width);
        var spaces = new string(' ', Math.Max(0, width - CharacterWidth.Cells(cut)));
        return right ? spaces + cut : cut + spaces;
    }

    /// <summary>Lines no wider than the width: broken at spaces, and inside text that has none.</summary>
    public static List<string> Wrap(string text, double fontSize, double width, int mostLines) =>
        Wrap(text, word => CharacterWidth.Pixels(word, fontSize), line => Pixels(line, fontSize, width), width, mostLines);

    /// <summary>Lines of at most so many terminal cells.</summary>
    public static List<string> WrapCells(string text, int width, int mostLines) =>
        Wrap(text, word => CharacterWidth.Cells(word), line => Cells(line, width), width, mostLines);

    private static List<string> Wrap(string text, Func<string, double> measure, Func<string, string> fit, double width, int mostLines)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var used = 0.0;
        foreach (var word in Breakable(text))
        {
            var size = measure(word);
            if (line.Length > 0 && used + measure(word.TrimEnd()) > width)
            {
                lines.Add(line.ToString().Trim());
                line.Clear();
                used = 0;
                if (lines.Count > mostLines)
                    break;
            }
            line.Append(word);
            used += size;
        }
        if (line.ToString().Trim().Length > 0)
            lines.Add(line.ToString().Trim());
        if (lines.Count > mostLines)
        {
            lines.RemoveRange(mostLines, lines.Count - mostLines);
            lines[^1] = fit(lines[^1] + " …");
        }
        for (var i = 0; i < lines.Count; i++)
            lines[i] = fit(lines[i]);
        return lines;
    }

    private static IEnumerable<string> Breakable(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.Length > 4000 ? text[..4000].EnumerateRunes() : text.EnumerateRunes())
        {
            word.Append(rune.ToString());
            if (Rune.IsWhiteSpace(rune) || CharacterWidth.Cells(rune) == 2)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
        if (word.Length > 0)
            yield return word.ToString();
    }

    private static string Cut(string text, Func<string, double> size, double width)
    {
        var cut = new StringBuilder();
        var used = 0.0;
        foreach (var rune in text.EnumerateRunes())
        {
            var one = rune.ToString();
            used += size(one);
            if (used > width)
                return cut + "…";
            cut.Append(one);
        }
        return cut.ToString();
    }
}
