using System.Xml.Linq;

namespace Seq2Seq.Display.Tests.Figures;

/// <summary>What a figure says about data that it cannot draw.</summary>
public class FigureNotesTests
{
    [Fact]
    public void Values_that_are_not_finite_are_counted() =>
        Says("2 of 4 values are not finite and are left out.", Figure.Line("t").Add("a", [1, double.NaN, double.PositiveInfinity, 2]));

    [Fact]
    public void Values_without_a_logarithm_are_counted() =>
        Says("1 of 3 values are not positive and have no place on a logarithmic axis.", Figure.Line("t").Add("a", [1.0, -2, 3]).LogY());

    [Fact]
    public void Nothing_to_draw_is_said() => Says("No data.", Figure.Line("t"));

    [Fact]
    public void Cut_categories_are_counted() =>
        Says("The first 400 of 10,000 categories are shown.", Figure.Bars("t", Enumerable.Range(0, 10_000).Select(i => "c" + i)).Add("", new double[10_000]));

    [Fact]
    public void A_coarser_grid_is_said() => Says("Each cell is the mean of 4 × 2 values.", Figure.HeatMap("t", new double[500, 500]));

    [Fact]
    public void Cells_that_are_not_finite_are_counted() =>
        Says("1 of 4 cells are not finite; they are hatched.", Figure.HeatMap("t", new[,] { { 1, double.NaN }, { 2, 3 } }));

    [Fact]
    public void Confidences_that_are_none_are_counted() =>
        Says("1 of 2 confidences lie outside 0 to 1 and are left out.", Figure.Reliability("t").Add("m", [0.5, 2], [true, false]));

    [Fact]
    public void One_point_is_drawn() =>
        Assert.Contains("<circle", Figure.Line("t").Add("a", [3.0]).ToSvg(), StringComparison.Ordinal);

    [Fact]
    public void A_point_has_a_native_tooltip() =>
        Assert.Contains(XDocument.Parse(Figure.Line("t").Add("train", [1, 2], [0.5, 0.25]).ToSvg()).Descendants(),
            element => element.Name.LocalName == "title" && element.Value == "train: 2, 0.25");

    [Fact]
    public void A_cell_has_a_native_tooltip() =>
        Assert.Contains(XDocument.Parse(Figure.HeatMap("t", new[,] { { 0.25 } }, ["I"], ["我"]).ToSvg()).Descendants(),
            element => element.Name.LocalName == "title" && element.Value == "I – 我: 0.25");

    [Fact]
    public void A_token_in_any_place_is_inert()
    {
        const string Token = "<script>alert(1)</script>";
        Figure[] figures =
        [
            Figure.Line(Token, Token, Token).Add(Token, [1.0, 2]).LevelAt(1, Token).WithCaption(Token).WithDescription(Token),
            Figure.HeatMap(Token, new[,] { { 1, 2 } }, [Token], [Token, Token]).Axes(Token, Token, Token),
            Figure.Bars(Token, [Token], Token).Add(Token, [1.0]).Add("b", [2.0]),
            Figure.Scatter(Token).Add(Token, [1.0], [1.0], [Token]),
            Figure.Graph(Token).Node(Token, Token, Token, Token).Edge(Token, "b", Token),
            Figure.SearchTree(Token).Add(-1, Token, 0),
            Figure.Alignment(Token, [Token], [Token]).Link(0, 0, 1, Token),
            Figure.Images(Token).Add(Token, Picture.Gray(new[,] { { 1 } })),
            Figure.Multiples(Token, Figure.Line(Token)),
        ];

        Assert.All(figures, figure => Assert.DoesNotContain("<script", figure.ToSvg() + figure.ToPlotly(), StringComparison.OrdinalIgnoreCase));
        Assert.All(figures, figure => Assert.DoesNotContain(XDocument.Parse(figure.ToSvg()).Descendants(), element => element.Name.LocalName == "script"));
    }

    private static void Says(string note, Figure figure)
    {
        Assert.Contains(XDocument.Parse(figure.ToSvg()).Descendants(), element => element.Name.LocalName == "text" && element.Value.Contains(note, StringComparison.Ordinal));
        Assert.Contains(note, figure.ToText().ReplaceLineEndings(" "), StringComparison.Ordinal);
    }
}
