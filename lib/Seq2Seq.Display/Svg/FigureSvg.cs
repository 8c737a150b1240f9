using System.Globalization;
using System.Text;
using Seq2Seq.Display.Colors;
using Seq2Seq.Display.Places;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Svg;

/// <summary>A whole figure: title, legend, panel, notes and caption, with its style and its id.</summary>
internal static class FigureSvg
{
    private const double Margin = 12;
    private const string Fonts = "system-ui,-apple-system,'Segoe UI','Noto Sans','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif";

    public static string Render(Figure figure)
    {
        var width = double.IsFinite(figure.Width) ? Math.Clamp(figure.Width, 160, 4000) : 640;
        var inner = width - 2 * Margin;
        var panel = figure.ToPanel();
        var title = TextFit.Wrap(figure.Title, 15, inner, 2);
        var legend = LegendRows(panel.Legend, inner);
        var caption = TextFit.Wrap(figure.Caption, 12.5, inner, 6);
        var notes = panel.Notes.SelectMany(note => TextFit.Wrap(note, 11.5, inner, 3)).Take(8).ToList();

        var top = Margin + title.Count * 20 + legend.Count * 20 + (title.Count + legend.Count > 0 ? 6 : 0);
        var plotHeight = figure.PlotHeight > 0 && double.IsFinite(figure.PlotHeight)
            ? Math.Clamp(figure.PlotHeight, 40, 8000)
            : panel.PreferredHeight(inner);
        var bottom = notes.Count * 16 + caption.Count * 18 + (notes.Count + caption.Count > 0 ? 6 : 0) + Margin;
        var height = Math.Ceiling(top + plotHeight + bottom);

        var svg = new SvgBuilder(width, height);
        svg.Open(Tone.Paper);
        svg.Rectangle(0, 0, width, height, more: " rx=\"6\"");
        svg.Close();
        if (title.Count > 0)
        {
            svg.Open(Tone.Ink, more: " font-size=\"15\" font-weight=\"600\"");
            for (var i = 0; i < title.Count; i++)
                svg.Text(Margin, Margin + 15 + i * 20, title[i]);
            svg.Close();
        }
        DrawLegend(svg, legend, Margin + title.Count * 20);
        panel.Draw(svg, new Area(Margin, top, inner, plotHeight));
        DrawLines(svg, notes, top + plotHeight + 18, 16, " font-size=\"11.5\" font-style=\"italic\"");
        DrawLines(svg, caption, top + plotHeight + 18 + notes.Count * 16 + 2, 18, " font-size=\"12.5\"");
        var description = figure.Description.Length > 0 ? figure.Description
            : string.Join(" ", new[] { panel.Summary }.Concat(panel.Notes));
        return Assemble(svg, figure.Title, description);
    }

    private static string Assemble(SvgBuilder svg, string title, string description)
    {
        var text = new StringBuilder();
        text.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"\u0001\" role=\"img\" aria-labelledby=\"\u0001-t \u0001-d\"");
        text.Append(CultureInfo.InvariantCulture, $" width=\"{SvgBuilder.Format(svg.Width)}\" height=\"{SvgBuilder.Format(svg.Height)}\"");
        text.Append(CultureInfo.InvariantCulture, $" viewBox=\"0 0 {SvgBuilder.Format(svg.Width)} {SvgBuilder.Format(svg.Height)}\"");
        text.Append(" font-size=\"12\" font-family=\"").Append(Fonts).Append("\">\n<title id=\"\u0001-t\">");
        Markup.Escape(text, title.Length == 0 ? "Figure" : title);
        text.Append("</title><desc id=\"\u0001-d\">");
        Markup.Escape(text, description.Length > 600 ? description[..600] + "…" : description);
        text.Append("</desc>\n").Append(StyleSheet.For(svg.UsedRoles)).Append(svg).Append("</svg>");
        var anonymous = text.ToString();
        return anonymous.Replace(SvgBuilder.Id.ToString(), ContentId.Of(anonymous), StringComparison.Ordinal);
    }

    private static void DrawLines(SvgBuilder svg, List<string> lines, double y, double leading, string more)
    {
        if (lines.Count == 0)
            return;
        svg.Open(Tone.Soft, more: more);
        for (var i = 0; i < lines.Count; i++)
            svg.Text(Margin, y + i * leading, lines[i]);
        svg.Close();
    }

    private static List<List<(double X, LegendEntry Entry, string Text)>> LegendRows(IReadOnlyList<LegendEntry> entries, double width)
    {
        var rows = new List<List<(double, LegendEntry, string)>>();
        var x = 0.0;
        foreach (var entry in entries.Take(40))
        {
            var name = TextFit.Pixels(entry.Name, 12, Math.Min(260, width - 30));
            var size = 24 + CharacterWidth.Pixels(name, 12) + 14;
            if (rows.Count == 0 || x + size > width)
            {
                rows.Add([]);
                x = 0;
            }
            rows[^1].Add((Margin + x, entry, name));
            x += size;
        }
        if (entries.Count > 40)
            rows.Add([(Margin - 24, new("", 0), $"… and {NumberText.Count(entries.Count - 40)} more")]);
        return rows;
    }

    private static void DrawLegend(SvgBuilder svg, List<List<(double X, LegendEntry Entry, string Text)>> rows, double top)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            var y = top + row * 20 + 14;
            foreach (var (x, entry, text) in rows[row])
            {
                if (entry.Name.Length > 0)
                {
                    svg.Open(Tone.None, Tone.Of(entry.Color), 3, entry.Dashed ? Dash.Pattern : "");
                    svg.Segment(x, y - 4, x + 18, y - 4);
                    svg.Close();
                }
                svg.Open(Tone.Ink);
                svg.Text(x + 24, y, text);
                svg.Close();
            }
        }
    }
}
