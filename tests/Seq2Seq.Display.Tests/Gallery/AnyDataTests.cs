using FsCheck;
using FsCheck.Fluent;

namespace Seq2Seq.Display.Tests.Gallery;

/// <summary>Any data, finite or not, gives well-formed pictures with everything in place.</summary>
public class AnyDataTests
{
    private static readonly Arbitrary<double> Values = Gen.Frequency(
        (6, Gen.Choose(-1000, 1000).Select(i => i / 10.0)),
        (2, ArbMap.Default.GeneratorFor<double>()),
        (2, Gen.Elements(0.0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue,
            double.Epsilon, 1e-300, 1e300, 1e15, 1e15 + 1, -1e-9))).ToArbitrary();

    private static readonly Arbitrary<double[]> Series = Gen.Sized(size => Gen.Choose(0, Math.Max(1, size))
        .SelectMany(length => Gen.ArrayOf(Values.Generator, length))).ToArbitrary();

    private static readonly Arbitrary<string> Tokens = Gen.OneOf(
        Gen.Elements("", " ", "的", "<script>alert(1)</script>", "]]>", "\u0001", "\ud800", "a\nb", "&amp;", "\"'", "\uFFFE", "👍🏽", "e\u0301", "\u202E", new string('x', 5000)),
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")).ToArbitrary();

    private static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("SEQ2SEQ_CASES") ?? "100", System.Globalization.CultureInfo.InvariantCulture);

    private static readonly Config Settings = Config.QuickThrowOnFailure.WithMaxTest(Cases).WithEndSize(60);

    [Fact]
    public void Lines() => Holds((x, y, token) => Figure.Line(token, token, token).Add(token, x, y).Add("b", y).Band(token, x, y, y).Interval("b", x, y, y)
        .LevelAt(First(y), token).MarkAt(First(x), token));

    [Fact]
    public void Lines_on_logarithmic_axes() => Holds((x, y, token) => Figure.Line(token).Add(token, x, y).Band("b", x, y, y).LogX().LogY().LevelAt(First(y)).Diagonal(token));

    [Fact]
    public void Lines_in_a_fixed_range() => Holds((x, y, token) => Figure.Line(token).Add(token, x, y).Band(token, x, y, y).Interval(token, x, y, x).XRange(-1, 3).YRange(0, 1e-5).Diagonal());

    [Fact]
    public void Points() => Holds((x, y, token) => Figure.Scatter(token).Add("a", x, y, x.Select(_ => token)).Trend("t", y, x));

    [Fact]
    public void Standing_bars() => Holds((x, y, token) => Figure.Bars(token, x.Select(_ => token), token).Add(token, y, x).Add("b", x).LevelAt(First(x)));

    [Fact]
    public void Lying_bars() => Holds((x, y, token) => Figure.Bars(token, x.Select(_ => token)).Add("a", y, x, y).Horizontal().LevelAt(First(x)));

    [Fact]
    public void Bars_on_a_logarithmic_axis() => Holds((x, y, token) => Figure.Bars(token, x.Select(_ => token)).Add("a", y).LogY());

    [Fact]
    public void Histograms() => Holds((x, y, token) => Figure.Histogram(token, token).Add(token, x).Add("b", y).AsShare());

    [Fact]
    public void Histograms_on_a_logarithmic_axis() => Holds((x, y, token) => Figure.Histogram(token, token, 7).Add(token, x).LogX());

    [Fact]
    public void Heat_maps() => Holds((x, y, token) => Figure.HeatMap(token, Square(x, y), x.Select(_ => token), y.Select(_ => token)).Axes(token, token, token).ShowValues());

    [Fact]
    public void Heat_maps_with_a_sign() => Holds((x, y, token) => Figure.HeatMap(token, Square(x, y)).Diverging().Upwards()
        .WithMask(new bool[x.Length, y.Length]));

    [Fact]
    public void Surfaces() => Holds((x, y, token) => Figure.Contour(token, Numbers(x), Numbers(y), Square(y, x), token, token, token).Path(token, x, y).LogX());

    [Fact]
    public void Confusions() => Holds((x, _, token) => Figure.Confusion(token, Square(x, x), x.Select(_ => token)));

    [Fact]
    public void Reliabilities() => Holds((x, y, token) => Figure.Reliability(token).Add(token, x, y.Select(v => v > 0)).Add("b", y, x.Select(v => v > 0)));

    [Fact]
    public void Images() => Holds((x, y, token) => Figure.Images(token).Add(token, Picture.Gray(Square(x, y)).WithWeights(Square(y, x))).Add(token, Picture.Heat(Square(y, x))));

    [Fact]
    public void Graphs() => Holds((x, y, token) => x.Zip(y).Aggregate(Figure.Graph(token).Node("0", token, token, token),
        (graph, edge) => graph.Edge(Name(edge.First), Name(edge.Second), token)));

    [Fact]
    public void Search_trees() => Holds((x, _, token) => x.Select((value, i) => (value, i)).Aggregate(Figure.SearchTree(token),
        (tree, item) => tree.Add((int)(Math.Abs(double.IsFinite(item.value) ? item.value % 1000 : 7) % (item.i + 1)) - 1, token, item.value, item.value > 0)));

    [Fact]
    public void Alignments() => Holds((x, y, token) => x.Zip(y).Select((pair, i) => (pair, i)).Aggregate(
        Figure.Alignment(token, x.Select(_ => token), y.Select(_ => token + "t")), (figure, item) => figure.Link(item.i, y.Length - 1 - item.i, item.pair.First, token)));

    [Fact]
    public void Small_multiples() => Holds((x, y, token) => Figure.Multiples(token, Figure.Line(token).Add("a", x, y), Figure.Line("b").Add("a", y, x),
        Figure.HeatMap(token, Square(x, y)), Figure.Bars("c", x.Select(_ => token)).Add("", y), Figure.Graph(token)));

    private static void Holds(Func<double[], double[], string, Figure> make) => Prop.ForAll(Series, Series, Tokens, (a, b, token) =>
    {
        // Series of one length: mismatched ones are refused before anything is drawn.
        var length = Math.Min(a.Length, b.Length);
        var figure = make(a[..length], b[..length], token);
        var outside = SvgGeometry.Outside(figure.ToSvg());
        Assert.True(outside.Count == 0, string.Join("; ", outside));
        using var json = System.Text.Json.JsonDocument.Parse(figure.ToPlotly());
        Assert.DoesNotContain('\u001b', figure.ToText());
        Assert.All(figure.ToText().Split('\n'), line => Assert.DoesNotContain(line, char.IsControl));
    }).Check(Settings);

    private static double First(double[] values) => values.Length > 0 ? values[0] : 0;

    private static string Name(double value) => "n" + (int)(double.IsFinite(value) ? Math.Abs(value % 12) : 3);

    private static double[] Numbers(double[] like) => [.. like.Select((_, i) => i - 1.0)];

    private static double[,] Square(double[] rows, double[] columns)
    {
        var grid = new double[rows.Length, columns.Length];
        for (var i = 0; i < grid.Length; i++)
            grid[i / columns.Length, i % columns.Length] = i % 3 == 0 ? rows[i / columns.Length] : i % 3 == 1 ? columns[i % columns.Length] : i;
        return grid;
    }
}
