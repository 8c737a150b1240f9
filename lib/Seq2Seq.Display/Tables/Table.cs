using Seq2Seq.Display.Tables;

namespace Seq2Seq.Display;

/// <summary>Rows under headings; shows itself as HTML, Markdown and text.</summary>
/// <example><code>Table.Of("Models", "model", "BLEU").Row("GRU", 31.2).Row("LSTM", 32.0).Highlight("BLEU")</code></example>
[TypeFormatterSource(typeof(ShowableFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed record Table : IShowable
{
    private Table(string title, IReadOnlyList<Column> columns) => (Title, Columns) = (title ?? "", columns);

    /// <summary>The line above the table.</summary>
    public string Title { get; init; }

    /// <summary>One sentence below the table.</summary>
    public string Caption { get; init; } = "";

    /// <summary>The columns, left to right.</summary>
    public IReadOnlyList<Column> Columns { get; init; }

    /// <summary>The rows, each with a value for each column.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> Rows { get; private init; } = [];

    /// <summary>How many rows are shown at most; the rest are counted.</summary>
    public int MostRows { get; init; } = 50;

    /// <summary>An empty table with these headings.</summary>
    /// <param name="title">The line above the table.</param>
    /// <param name="columns">The headings.</param>
    public static Table Of(string title, params IEnumerable<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var all = columns.Select(name => new Column(name ?? "")).ToArray();
        return new(title, all);
    }

    /// <summary>A table of objects: a row for each item, a column for each part.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="title">The line above the table.</param>
    /// <param name="items">The items.</param>
    /// <param name="columns">For each column its heading and the part of an item that it shows.</param>
    public static Table From<T>(string title, IEnumerable<T> items, params IEnumerable<(string Name, Func<T, object?> Part)> columns)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(columns);
        var all = columns.ToArray();
        return new Table(title, [.. all.Select(column => new Column(column.Name))])
        {
            Rows = [.. items.Select(item => (IReadOnlyList<object?>)[.. all.Select(column => column.Part(item))])],
        };
    }

    /// <summary>Adds a row.</summary>
    /// <param name="cells">A value for each column: numbers, text, anything.</param>
    public Table Row(params IEnumerable<object?> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var row = cells.ToArray();
        Throw.IfLengthsDiffer($"Table(\"{Title}\").Row", "the row", row.Length, "the table's heading", Columns.Count);
        return this with { Rows = [.. Rows, row] };
    }

    /// <summary>Sets how a column's values are written: a .NET format string such as "0.00" or "P1".</summary>
    /// <param name="column">The column's heading.</param>
    /// <param name="format">The format.</param>
    public Table Format(string column, string format) => Change(nameof(Format), column, old => old with { Format = format ?? "" });

    /// <summary>Highlights the best value of a column.</summary>
    /// <param name="column">The column's heading.</param>
    /// <param name="best">Which is best.</param>
    public Table Highlight(string column, Best best = Best.Highest) => Change(nameof(Highlight), column, old => old with { Best = best });

    /// <summary>Sets how a column's cells stand.</summary>
    /// <param name="column">The column's heading.</param>
    /// <param name="alignment">How.</param>
    public Table Align(string column, Alignment alignment) => Change(nameof(Align), column, old => old with { Alignment = alignment });

    /// <summary>Shows so many rows and counts the rest.</summary>
    /// <param name="rows">How many.</param>
    public Table Limit(int rows)
    {
        Throw.IfNotPositive($"Table(\"{Title}\").Limit", nameof(rows), rows);
        return this with { MostRows = rows };
    }

    /// <summary>Adds one sentence below the table.</summary>
    /// <param name="caption">What to see in it.</param>
    public Table WithCaption(string caption) => this with { Caption = caption ?? "" };

    /// <summary>The table as an HTML fragment: no script, no style outside its own elements.</summary>
    public string ToHtml() => TableHtml.Render(new(this));

    /// <summary>The table as GitHub-flavoured Markdown.</summary>
    public string ToMarkdown() => TableMarkdown.Render(new(this));

    /// <summary>The table in characters.</summary>
    public string ToText() => TableText.Render(new(this));

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle() =>
        new MimeBundle(ToText()).With(MimeTypes.Html, ToHtml()).With(MimeTypes.Markdown, ToMarkdown());

    /// <summary>The table in characters.</summary>
    public override string ToString() => ToText();

    private Table Change(string operation, string column, Func<Column, Column> change)
    {
        if (!Columns.Any(known => known.Name == column))
            throw Throw.Unknown($"Table(\"{Title}\").{operation}", "column", column, Columns.Select(known => known.Name));
        return this with { Columns = [.. Columns.Select(known => known.Name == column ? change(known) : known)] };
    }
}
