using Seq2Seq.Display.Colors;
using Seq2Seq.Display.Pictures;
using Seq2Seq.Display.Places;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Svg;

/// <summary>Draws images in rows, pixels kept sharp.</summary>
internal sealed class ImagesPanel(ImagesFigure figure) : Panel
{
    private const int MostItems = 64;
    private const double Gap = 12;
    private const double LabelRoom = 36;

    public override string Summary => figure.Summary;

    public override IReadOnlyList<string> Notes => figure.Items.Count == 0 ? ["No data."]
        : figure.Items.Count > MostItems ? [$"The first {MostItems} of {NumberText.Count(figure.Items.Count)} images are shown."] : [];

    public override double PreferredHeight(double width)
    {
        var (columns, rows) = Shape();
        return Math.Max(40, rows * (Tall(width, columns) + LabelRoom + Gap));
    }

    public override void Draw(SvgBuilder svg, Area area)
    {
        var (columns, rows) = Shape();
        var wide = Wide(area.Width, columns);
        var tall = Math.Min(Tall(area.Width, columns), Math.Max(4, area.Height / Math.Max(1, rows) - LabelRoom - Gap));
        for (var i = 0; i < Math.Min(MostItems, figure.Items.Count); i++)
        {
            var (label, picture) = figure.Items[i];
            if (picture.Width == 0 || picture.Height == 0)
                continue;
            var box = new Area(area.Left + i % columns * (wide + Gap), area.Top + i / columns * (tall + LabelRoom + Gap), wide, tall);
            var scale = Math.Min(box.Width / picture.Width, box.Height / picture.Height);
            var place = new Area(box.Left, box.Top, picture.Width * scale, picture.Height * scale);
            DrawOne(svg, place, picture, i, label);
            svg.Open(Tone.Ink);
            var lines = TextFit.Wrap(label, 12, wide, 2);
            for (var line = 0; line < lines.Count; line++)
                svg.Text(box.Left, place.Bottom + 15 + line * 15, lines[line]);
            svg.Close();
        }
    }

    private static void DrawOne(SvgBuilder svg, Area place, Picture picture, int index, string label)
    {
        var uri = Png.DataUri(picture.Width, picture.Height, picture.Channels, picture.Pixels);
        if (picture.IsHeat)
            Masked(svg, place, uri, Tone.Heat, $"h{index}", label);
        else
            svg.Image(place.Left, place.Top, place.Width, place.Height, uri, label);
        if (picture.Weights is { Cells.Length: > 0 } weights)
        {
            // What gets no weight is veiled; where the weight is, the image shows through.
            var (_, high) = weights.Range(null);
            var veil = Array.ConvertAll(weights.Cells, weight => (byte)(double.IsFinite(weight) && high > 0
                ? Math.Round(205 * (1 - Math.Clamp(weight / high, 0, 1))) : 205));
            Masked(svg, place, Png.DataUri(weights.Columns, weights.Rows, 1, veil), Tone.Paper, $"v{index}", label);
        }
        svg.Open(Tone.None, Tone.Grid);
        svg.Rectangle(place.Left, place.Top, place.Width, place.Height);
        svg.Close();
    }

    private static void Masked(SvgBuilder svg, Area place, string uri, Tone tone, string name, string tip)
    {
        var id = svg.FreeId(name);
        svg.Raw($"<mask id=\"{id}\">");
        svg.Image(place.Left, place.Top, place.Width, place.Height, uri, null);
        svg.Raw("</mask>");
        svg.Open(tone);
        svg.Rectangle(place.Left, place.Top, place.Width, place.Height, tip, $" mask=\"url(#{id})\"");
        svg.Close();
    }

    private (int Columns, int Rows) Shape()
    {
        var count = Math.Min(MostItems, figure.Items.Count);
        var widest = figure.Items.Take(count).Select(item => (double)item.Picture.Width / Math.Max(1, item.Picture.Height)).DefaultIfEmpty(1).Max();
        var chosen = widest > 2.5 ? 1 : widest > 1.6 ? 2 : Math.Min(4, Math.Max(1, count));
        var columns = Math.Clamp(figure.ColumnCount > 0 ? figure.ColumnCount : chosen, 1, 16);
        return (columns, (count + columns - 1) / columns);
    }

    private static double Wide(double width, int columns) => Math.Min(columns == 1 ? width : 260, (width - (columns - 1) * Gap) / columns);

    private double Tall(double width, int columns) => figure.Items.Take(MostItems)
        .Select(item => Math.Min(260, Wide(width, columns) * item.Picture.Height / Math.Max(1, item.Picture.Width))).DefaultIfEmpty(20).Max();
}
