using System.Text;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Tables;

/// <summary>A table in characters; the best value carries a star.</summary>
internal static class TableText
{
    private const int WidestCell = 60;

    public static string Render(TableLayout layout)
    {
        var columns = layout.Table.Columns;
        var starred = columns.Any(column => column.Best != Best.None);
        var cells = layout.Cells.Select((row, r) => row.Select((text, c) =>
            Inert.Line(text, WidestCell) + (starred && columns[c].Best != Best.None ? layout.IsBest(r, c) ? "*" : " " : "")).ToArray()).ToList();
        var widths = columns.Select((column, c) => cells.Select(row => CharacterWidth.Cells(row[c]))
            .Append(CharacterWidth.Cells(Inert.Line(column.Name, WidestCell))).Max()).ToArray();
        var text = new StringBuilder();
        if (layout.Table.Title.Length > 0)
            Line(text, Inert.Line(layout.Table.Title, 200));
        Line(text, Row([.. columns.Select(column => Inert.Line(column.Name, WidestCell))], widths, layout.Alignments));
        Line(text, string.Join("  ", widths.Select(width => new string('─', width))));
        foreach (var row in cells)
            Line(text, Row(row, widths, layout.Alignments));
        if (layout.RestText.Length > 0)
            Line(text, layout.RestText);
        if (layout.Table.Caption.Length > 0)
            Line(text, Inert.Line(layout.Table.Caption, 400));
        return text.ToString().TrimEnd('\n');
    }

    private static string Row(string[] cells, int[] widths, IReadOnlyList<Alignment> alignments) =>
        string.Join("  ", cells.Select((text, c) => Stand(text, widths[c], alignments[c])));

    private static string Stand(string text, int width, Alignment alignment)
    {
        var free = width - CharacterWidth.Cells(text);
        var left = alignment switch
        {
            Alignment.Right => free,
            Alignment.Center => free / 2,
            _ => 0,
        };
        return new string(' ', left) + text + new string(' ', free - left);
    }

    private static void Line(StringBuilder text, string line) => text.Append(line.TrimEnd()).Append('\n');
}
