namespace Seq2Seq.Display.Tests.Figures;

public class FigureErrorsTests
{
    [Fact]
    public void A_curve_with_fewer_heights_than_places_is_named()
    {
        var error = Assert.Throws<ArgumentException>(() => Figure.Line("Loss").Add("train", [1, 2, 3], [0.5, 0.4]));

        Assert.Equal("Figure.Line(\"Loss\").Add(\"train\"): y has 2 values, x has 3. Pass as many of one as of the other.", error.Message);
    }

    [Fact]
    public void Bars_need_a_value_for_each_category()
    {
        var error = Assert.Throws<ArgumentException>(() => Figure.Bars("Accuracy", ["a", "b"]).Add("GRU", [1.0]));

        Assert.Equal("Figure.Bars(\"Accuracy\").Add(\"GRU\"): values has 1 values, categories has 2. Pass as many of one as of the other.", error.Message);
    }

    [Fact]
    public void Points_need_as_many_labels()
    {
        var error = Assert.Throws<ArgumentException>(() => Figure.Scatter("Words").Add("nouns", [1, 2], [1, 2], ["a"]));

        Assert.Equal("Figure.Scatter(\"Words\").Add(\"nouns\"): labels has 1 values, x has 2. Pass as many of one as of the other.", error.Message);
    }

    [Fact]
    public void Ragged_rows_are_named()
    {
        double[][] rows = [[1, 2], [3]];

        var error = Assert.Throws<ArgumentException>(() => Figure.HeatMap("Attention", rows));

        Assert.Equal("Figure.HeatMap(\"Attention\"): row 1 has 1 values, row 0 has 2. Pad the rows to one length (double.NaN shows as an empty cell).", error.Message);
    }

    [Fact]
    public void An_upside_down_range_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Figure.Line("Loss").YRange(2, 1.5));

        Assert.Equal("YRange: the range is 2 to 1.5, two finite numbers with the smaller first were expected.", error.Message);
    }

    [Fact]
    public void Labels_must_fit_the_grid()
    {
        var error = Assert.Throws<ArgumentException>(() => Figure.HeatMap("Attention", new float[2, 3], rows: ["a"]));

        Assert.Equal("Figure.HeatMap(\"Attention\"): rows has 1 values, the grid's first side has 2. Pass as many of one as of the other.", error.Message);
    }
}
