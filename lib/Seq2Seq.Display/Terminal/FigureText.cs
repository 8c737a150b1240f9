namespace Seq2Seq.Display.Terminal;

/// <summary>A whole figure in characters.</summary>
internal static class FigureText
{
    public static string Render(Figure figure, int width, bool color)
    {
        var page = new TextPage(width, color);
        if (figure.Title.Length > 0)
            page.Wrapped(figure.Title);
        figure.Print(page);
        foreach (var note in figure.ToPanel().Notes)
            page.Wrapped(note);
        if (figure.Caption.Length > 0)
            page.Wrapped(figure.Caption);
        return page.ToString();
    }
}
