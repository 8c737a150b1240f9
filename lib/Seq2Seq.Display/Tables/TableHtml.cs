using System.Text;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Tables;

/// <summary>A table as HTML; inline styles only, in colours of the page around it.</summary>
internal static class TableHtml
{
    public static string Render(TableLayout layout)
    {
        var table = layout.Table;
        var html = new StringBuilder("<table style=\"border-collapse:collapse;font-variant-numeric:tabular-nums\">\n");
        if (table.Title.Length > 0)
            Element(html, "caption", "text-align:left;font-weight:600;padding:4px 0;color:inherit", table.Title).Append('\n');
        html.Append("<thead><tr>");
        for (var c = 0; c < table.Columns.Count; c++)
            Element(html, "th", Style(layout.Alignments[c]) + ";border-bottom:1px solid #8888", table.Columns[c].Name, " scope=\"col\"");
        html.Append("</tr></thead>\n<tbody>\n");
        for (var r = 0; r < layout.Cells.Count; r++)
        {
            html.Append("<tr>");
            for (var c = 0; c < table.Columns.Count; c++)
                Cell(html, layout, r, c);
            html.Append("</tr>\n");
        }
        html.Append("</tbody>\n");
        var foot = new[] { layout.RestText, table.Caption }.Where(line => line.Length > 0).ToList();
        if (foot.Count > 0)
        {
            html.Append("<tfoot>");
            foreach (var line in foot)
            {
                html.Append("<tr>");
                Element(html, "td", "text-align:left;padding:4px 0;opacity:.75", line, $" colspan=\"{Math.Max(1, table.Columns.Count)}\"").Append("</tr>");
            }
            html.Append("</tfoot>\n");
        }
        return html.Append("</table>").ToString();
    }

    private static void Cell(StringBuilder html, TableLayout layout, int row, int column)
    {
        var best = layout.IsBest(row, column);
        var style = Style(layout.Alignments[column]) + (best ? ";font-weight:700;background:#2da44e33" : "");
        Element(html, "td", style, layout.Cells[row][column], best ? " title=\"best\"" : "");
    }

    private static string Style(Alignment alignment) => "padding:3px 10px;text-align:" + alignment switch
    {
        Alignment.Right => "right",
        Alignment.Center => "center",
        _ => "left",
    };

    private static StringBuilder Element(StringBuilder html, string name, string style, string content, string more = "")
    {
        html.Append('<').Append(name).Append(" style=\"").Append(style).Append('"').Append(more).Append('>');
        Markup.Escape(html, content);
        return html.Append("</").Append(name).Append('>');
    }
}
