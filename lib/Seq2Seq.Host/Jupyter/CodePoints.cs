namespace Seq2Seq.Host.Jupyter;

/// <summary>Jupyter counts positions in code points, .NET in UTF-16 units.</summary>
internal static class CodePoints
{
    /// <summary>Where in the string a position in code points stands; one beyond the end is the end.</summary>
    public static int ToUtf16(string text, int codePoints)
    {
        var index = 0;
        for (var passed = 0; passed < codePoints && index < text.Length; passed++)
            index += UnitsAt(text, index);
        return index;
    }

    /// <summary>How many code points stand before a position in the string.</summary>
    public static int FromUtf16(string text, int index)
    {
        var passed = 0;
        for (var at = 0; at < index && at < text.Length; passed++)
            at += UnitsAt(text, at);
        return passed;
    }

    private static int UnitsAt(string text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;
}
