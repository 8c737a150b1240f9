using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Terminal;

/// <summary>Draws images in shades of characters.</summary>
internal static class ImagesText
{
    private const string Shades = " ░▒▓█";

    public static void Print(TextPage page, ImagesFigure figure)
    {
        foreach (var (label, picture) in figure.Items.Take(12))
        {
            var columns = Math.Clamp(Math.Min(picture.Width * 2, page.Width), 1, 48);
            var rows = Math.Clamp((int)Math.Round((double)columns / 2 * picture.Height / Math.Max(1, picture.Width)), 1, 20);
            for (var row = 0; row < rows && picture.Width > 0 && picture.Height > 0; row++)
                page.Line(string.Concat(Enumerable.Range(0, columns).Select(column => Shades[Math.Min(4, Brightness(picture, row, rows, column, columns) * 5 / 256)])));
            page.Line(Inert.Line(label, page.Width));
        }
        if (figure.Items.Count > 12)
            page.Line($"… and {NumberText.Count(figure.Items.Count - 12)} more");
    }

    private static int Brightness(Picture picture, int row, int rows, int column, int columns)
    {
        var at = (row * picture.Height / rows * picture.Width + column * picture.Width / columns) * picture.Channels;
        return picture.Channels == 1 ? picture.Pixels[at]
            : (picture.Pixels[at] * 2 + picture.Pixels[at + 1] * 5 + picture.Pixels[at + 2]) / 8;
    }
}
