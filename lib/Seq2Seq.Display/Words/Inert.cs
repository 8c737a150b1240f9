using System.Text;

namespace Seq2Seq.Display.Words;

/// <summary>Text that cannot steer a terminal.</summary>
internal static class Inert
{
    /// <summary>One line, cut to the cells, without control characters.</summary>
    public static string Line(string text, int cells)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
            clean.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        return TextFit.Cells(clean.ToString(), cells);
    }
}
