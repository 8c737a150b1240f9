using System.Text;

namespace Seq2Seq.Display.Tables;

/// <summary>A table in GitHub-flavoured Markdown; the best value is bold.</summary>
internal static class TableMarkdown
{
    private const string Special = "\\`*_{}[]<>()#+!|~$&";

    public static string Render(TableLayout layout)
    {
        var text = new StringBuilder();
        if (layout.Table.Title.Length > 0)
            text.Append("**").Append(Escape(layout.Table.Title)).Append("**\n\n");
        text.Append("| ").AppendJoin(" | ", layout.Table.Columns.Select(column => Escape(column.Name))).Append(" |\n|");
        foreach (var alignment in layout.Alignments)
        {
            text.Append(alignment switch
            {
                Alignment.Right => "---:",
                Alignment.Center => ":---:",
                _ => "---",
            }).Append('|');
        }
        text.Append('\n');
        for (var r = 0; r < layout.Cells.Count; r++)
        {
            var cells = layout.Cells[r].Select((cell, c) => layout.IsBest(r, c) ? $"**{Escape(cell)}**" : Escape(cell));
            text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
        }
        foreach (var line in new[] { layout.RestText, layout.Table.Caption }.Where(line => line.Length > 0))
            text.Append('\n').Append(Escape(line)).Append('\n');
        return text.ToString().TrimEnd('\n');
    }

    private static string Escape(string content)
    {
        var text = new StringBuilder();
        foreach (var rune in content.EnumerateRunes())
        {
            if (rune.Value < 128 && Special.Contains((char)rune.Value))
                text.Append('\\');
            text.Append(System.Text.Rune.IsControl(rune) ? " " : rune.ToString());
        }
        return text.ToString();
    }
}
