using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Tables;

/// <summary>A table as text in its places: what all three forms have in common.</summary>
internal sealed class TableLayout
{
    public TableLayout(Table table)
    {
        Table = table;
        var shown = table.Rows.Take(table.MostRows).ToList();
        Cells = [.. shown.Select(row => row.Select((value, i) => table.Columns[i].Text(value)).ToArray())];
        Alignments = [.. table.Columns.Select((column, i) => column.Alignment != Alignment.ByType ? column.Alignment
            : table.Rows.Any(row => Column.Number(row[i]) is not null) && table.Rows.All(row => row[i] is null || Column.Number(row[i]) is not null)
                ? Alignment.Right : Alignment.Left)];
        var best = table.Columns.Select((column, i) => BestOf(table, column, i)).ToArray();
        IsBest = (row, column) => best[column] is { } value && Column.Number(shown[row][column]) == value;
        Rest = table.Rows.Count - shown.Count;
    }

    public Table Table { get; }

    public IReadOnlyList<string[]> Cells { get; }

    public IReadOnlyList<Alignment> Alignments { get; }

    public Func<int, int, bool> IsBest { get; }

    /// <summary>How many rows are not shown.</summary>
    public int Rest { get; }

    public string RestText => Table.Rows.Count == 0 ? "no rows" : Rest == 0 ? "" : $"… {NumberText.Count(Rest)} of {NumberText.Count(Table.Rows.Count)} rows not shown";

    // The best of all rows, shown or not.
    private static double? BestOf(Table table, Column column, int i)
    {
        if (column.Best == Best.None)
            return null;
        var numbers = table.Rows.Select(row => Column.Number(row[i])).Where(value => value is { } number && !double.IsNaN(number)).ToList();
        return column.Best == Best.Highest ? numbers.Max() : numbers.Min();
    }
}
