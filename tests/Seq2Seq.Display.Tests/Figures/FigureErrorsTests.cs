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

        Assert.Equal("Figure.Bars(\"Accuracy\").Add(\"GRU\"): values has 1 value, categories has 2. Pass as many of one as of the other.", error.Message);
    }

    [Fact]
    public void Points_need_as_many_labels()
    {
        var error = Assert.Throws<ArgumentException>(() => Figure.Scatter("Words").Add("nouns", [1, 2], [1, 2], ["a"]));

        Assert.Equal("Figure.Scatter(\"Words\").Add(\"nouns\"): labels has 1 value, x has 2. Pass as many of one as of the other.", error.Message);
    }

    [Fact]
    public void Ragged_rows_are_named()
    {
        double[][] rows = [[1, 2], [3]];

        var error = Assert.Throws<ArgumentException>(() => Figure.HeatMap("Attention", rows));

        Assert.Equal("Figure.HeatMap(\"Attention\"): row 1 has 1 value, row 0 has 2. Pad the rows to one length (double.NaN shows as an empty cell).", error.Message);
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

        Assert.Equal("Figure.HeatMap(\"Attention\"): rows has 1 value, the grid's first side has 2. Pass as many of one as of the other.", error.Message);
    }

    [Fact]
    public void A_grid_must_rise()
    {
        var error = Assert.Throws<ArgumentException>(() => Figure.Contour("Loss", [1, 3, 2], [0, 1], new double[2, 3]));

        Assert.Equal("Figure.Contour(\"Loss\"): x[2] is 2, finite numbers in rising order were expected. Sort the grid by it.", error.Message);
    }

    [Fact]
    public void A_node_has_one_name()
    {
        var error = Assert.Throws<ArgumentException>(() => Figure.Graph("g").Node("x").Node("x"));

        Assert.Equal("Figure.Graph(\"g\").Node: there already is a node 'x'. Give each node its own name.", error.Message);
    }

    [Fact]
    public void A_parent_comes_before_its_children()
    {
        var error = Assert.Throws<ArgumentException>(() => Figure.SearchTree("beam").Add(-1, "a", 0).Add(3, "b", -1));

        Assert.Equal("Figure.SearchTree(\"beam\").Add(\"b\"): parent is 3, 0 to 0 was expected (1 in all). Add a parent before its children; −1 starts a tree.", error.Message);
    }

    [Fact]
    public void A_link_joins_tokens_that_exist()
    {
        var error = Assert.Throws<ArgumentException>(() => Figure.Alignment("a", ["x", "y"], ["z"]).Link(1, 1));

        Assert.Equal("Figure.Alignment(\"a\").Link: target is 1, 0 to 0 was expected (1 in all). Pass the place of a target token, from 0.", error.Message);
    }

    [Fact]
    public void Three_channels_are_red_green_and_blue()
    {
        var error = Assert.Throws<ArgumentException>(() => Picture.Rgb(new double[2, 2, 4]));

        Assert.Equal("Picture.Rgb: the third side has 4 values, red, green and blue has 3. Pass as many of one as of the other.", error.Message);
    }

    [Fact]
    public void A_width_is_a_number_above_zero()
    {
        var error = Assert.Throws<ArgumentException>(() => Figure.Line("t").Sized(double.NaN));

        Assert.Equal("Sized: width is NaN, a finite number above 0 was expected.", error.Message);
    }

    [Fact]
    public void A_calibration_needs_to_know_what_was_right()
    {
        var error = Assert.Throws<ArgumentException>(() => Figure.Reliability("r").Add("m", [0.1, 0.2], [true]));

        Assert.Equal("Figure.Reliability(\"r\").Add(\"m\"): isCorrect has 1 value, confidence has 2. Pass as many of one as of the other.", error.Message);
    }
}
