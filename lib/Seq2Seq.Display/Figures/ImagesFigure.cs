using Seq2Seq.Display.Svg;
using Seq2Seq.Display.Terminal;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display;

/// <summary>Images side by side, each with a line below it.</summary>
[TypeFormatterSource(typeof(ShowableFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed record ImagesFigure : Figure
{
    internal ImagesFigure(string title)
        : base(title)
    {
    }

    /// <summary>How many stand in a row; chosen from their number when 0.</summary>
    public int ColumnCount { get; init; }

    internal IReadOnlyList<(string Label, Picture Picture)> Items { get; init; } = [];

    /// <summary>Adds an image.</summary>
    /// <param name="label">The line below it.</param>
    /// <param name="picture">The image.</param>
    public ImagesFigure Add(string label, Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return this with { Items = [.. Items, (label ?? "", picture)] };
    }

    internal override Panel ToPanel() => new ImagesPanel(this);

    internal override void Print(TextPage page) => ImagesText.Print(page, this);

    internal string Summary => $"{NumberText.Count(Items.Count)} images: " + string.Join("; ", Items.Take(12).Select(item => item.Label)) + ".";
}
