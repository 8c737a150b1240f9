namespace Seq2Seq.Display.Tests.Tables;

public class TableTests
{
    private static Table Scores => Table.Of("Scores", "model", "BLEU", "seconds")
        .Row("GRU | fixed", 31.5, 12).Row("注意力", 34.25, 1_234).Row("beam", 34.25, 99)
        .Highlight("BLEU").Highlight("seconds", Best.Lowest).Format("BLEU", "0.00");

    [Fact]
    public void Each_line_of_text_is_as_wide_as_the_rule()
    {
        var lines = Scores.ToText().Split('\n');

        Assert.Equal("model          BLEU  seconds", lines[1]);
        Assert.Equal("───────────  ──────  ───────", lines[2]);
        Assert.Equal("GRU | fixed  31.50       12*", lines[3]);
        Assert.Equal("注意力       34.25*   1,234", lines[4]);
        Assert.Equal("beam         34.25*      99", lines[5]);
    }

    [Fact]
    public void Markdown_escapes_and_marks_the_best() => Assert.Equal(
        "**Scores**\n\n| model | BLEU | seconds |\n|---|---:|---:|\n| GRU \\| fixed | 31.50 | **12** |\n| 注意力 | **34.25** | 1,234 |\n| beam | **34.25** | 99 |",
        Scores.ToMarkdown());

    [Fact]
    public void Html_is_inert_and_well_formed()
    {
        var table = Table.Of("<script>", "<b>", "n").Row("</td><script>alert(1)</script>", double.NaN).WithCaption("a & b");

        var html = System.Xml.Linq.XDocument.Parse(table.ToHtml());

        Assert.DoesNotContain("<script", table.ToHtml(), StringComparison.Ordinal);
        Assert.Equal("</td><script>alert(1)</script>", html.Descendants("td").First().Value);
        Assert.Equal("a & b", html.Descendants("tfoot").Single().Value);
    }

    [Fact]
    public void What_is_cut_is_counted()
    {
        var table = Table.From("Squares", Enumerable.Range(1, 1200), ("n", n => n), ("n²", n => n * n)).Limit(2);

        Assert.Equal("Squares\n n  n²\n─  ──\n1   1\n2   4\n… 1,198 of 1,200 rows not shown".Split('\n')[3..], table.ToText().Split('\n')[3..]);
        Assert.EndsWith("… 1,198 of 1,200 rows not shown", table.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_best_of_hidden_rows_is_not_given_to_a_shown_one()
    {
        var table = Table.Of("", "x").Row(1.0).Row(2.0).Row(3.0).Highlight("x").Limit(2);

        Assert.DoesNotContain("**", table.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_without_rows_says_so() => Assert.Equal("a  b\n─  ─\nno rows", Table.Of("", "a", "b").ToText());

    [Fact]
    public void Numbers_do_not_follow_the_culture()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        Thread.CurrentThread.CurrentCulture = new("de-DE");
        try
        {
            Assert.Equal("x\n─────\n1,234.5\n  −0.25".Split('\n')[2..], Table.Of("", "x").Row(1234.5).Row(-0.25).ToText().Split('\n')[2..]);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_row_of_another_length_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Table.Of("Scores", "a", "b").Row(1));

        Assert.Equal("Table(\"Scores\").Row: the row has 1 value, the table's heading has 2. Pass as many of one as of the other.", error.Message);
    }

    [Fact]
    public void An_unknown_column_is_named_beside_the_known_ones()
    {
        var error = Assert.Throws<ArgumentException>(() => Scores.Highlight("BLUE"));

        Assert.Equal("Table(\"Scores\").Highlight: there is no column 'BLUE'. Known: model, BLEU, seconds. Add the column first.", error.Message);
    }
}
