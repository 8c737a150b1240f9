using System.Text;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Tests.Words;

public class TextTests
{
    [Theory]
    [InlineData("abc", 3)]
    [InlineData("注意力", 6)]
    [InlineData("e\u0301", 1)]
    [InlineData("한글", 4)]
    [InlineData("", 0)]
    public void Terminal_cells_are_counted(string text, int cells) => Assert.Equal(cells, CharacterWidth.Cells(text));

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(12.3456, "12.35")]
    [InlineData(1234567, "1.235e6")]
    [InlineData(-0.00012, "−1.2e−4")]
    [InlineData(10_000, "10,000")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.NegativeInfinity, "−∞")]
    [InlineData(0, "0")]
    public void Values_read_as_a_person_writes_them(double value, string text) => Assert.Equal(text, NumberText.Value(value));

    [Fact]
    public void Markup_is_made_inert_and_control_characters_are_replaced()
    {
        var into = new StringBuilder();

        Markup.Escape(into, "<script>\"&\u0000\ud800\n");

        Assert.Equal("&lt;script&gt;&quot;&amp;\uFFFD\uFFFD ", into.ToString());
    }

    [Fact]
    public void Long_words_are_cut_to_the_line() =>
        Assert.All(TextFit.Wrap(new string('m', 400) + " 的的的的的的的的的的", 12, 60, 4), line => Assert.True(CharacterWidth.Pixels(line, 12) <= 60, line));

    [Fact]
    public void A_terminal_cannot_be_steered_by_a_token() => Assert.DoesNotContain('\u001b', Inert.Line("\u001b[2Jx", 20));
}
