using System.Globalization;
using System.Text;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Terminal;

/// <summary>Lines of a terminal page, with optional ANSI colours.</summary>
internal sealed class TextPage(int width, bool color)
{
    // 256-colour codes near the palette, legible on black and on white.
    private static readonly int[] Codes = [32, 166, 36, 169, 136, 99, 66, 244];
    private readonly StringBuilder text = new();

    public int Width => width;

    public bool HasColor => color;

    public void Line(string line) => text.Append(line.TrimEnd()).Append('\n');

    public string Paint(string piece, int series) => color
        ? string.Create(CultureInfo.InvariantCulture, $"\u001b[38;5;{Codes[series % Codes.Length]}m{piece}\u001b[0m")
        : piece;

    public void Wrapped(string line)
    {
        foreach (var piece in TextFit.WrapCells(Inert.Line(line, 10 * width), width, 8))
            Line(piece);
    }

    public override string ToString() => text.ToString().TrimEnd('\n');
}
