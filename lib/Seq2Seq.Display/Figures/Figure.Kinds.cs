using System.Numerics;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display;

public abstract partial record Figure
{
    /// <summary>Curves; add them with <see cref="LineFigure.Add{TX,TY}(string,IEnumerable{TX},IEnumerable{TY},bool)"/>.</summary>
    /// <param name="title">The line above the figure.</param>
    /// <param name="x">What x is.</param>
    /// <param name="y">What y is.</param>
    public static LineFigure Line(string title, string x = "", string y = "") => new(title, x, y);

    /// <summary>Points; add them with <see cref="ScatterFigure.Add"/>.</summary>
    /// <param name="title">The line above the figure.</param>
    /// <param name="x">What x is.</param>
    /// <param name="y">What y is.</param>
    public static ScatterFigure Scatter(string title, string x = "", string y = "") => new(title, x, y);

    /// <summary>Bars over categories; add the values with <see cref="BarFigure.Add{T}(string,IEnumerable{T})"/>.</summary>
    /// <param name="title">The line above the figure.</param>
    /// <param name="categories">The names under the bars.</param>
    /// <param name="x">What the categories are.</param>
    /// <param name="y">What the values are.</param>
    public static BarFigure Bars(string title, IEnumerable<string> categories, string x = "", string y = "")
    {
        ArgumentNullException.ThrowIfNull(categories);
        return new(title, categories, x, y);
    }

    /// <summary>A grid of cells whose colour is their value.</summary>
    /// <typeparam name="T">A type of number.</typeparam>
    /// <param name="title">The line above the figure.</param>
    /// <param name="values">The cells: [row, column].</param>
    /// <param name="rows">The row labels, top to bottom; null for none.</param>
    /// <param name="columns">The column labels, left to right; null for none.</param>
    public static HeatMapFigure HeatMap<T>(string title, T[,] values, IEnumerable<string>? rows = null, IEnumerable<string>? columns = null)
        where T : INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(title, Numbers.Grid(values), rows?.ToArray(), columns?.ToArray());
    }

    /// <summary>A grid of cells whose colour is their value.</summary>
    /// <typeparam name="T">A type of number.</typeparam>
    /// <param name="title">The line above the figure.</param>
    /// <param name="values">The rows, all of one length.</param>
    /// <param name="rows">The row labels, top to bottom; null for none.</param>
    /// <param name="columns">The column labels, left to right; null for none.</param>
    public static HeatMapFigure HeatMap<T>(string title, IEnumerable<IEnumerable<T>> values, IEnumerable<string>? rows = null, IEnumerable<string>? columns = null)
        where T : INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(title, Numbers.Grid(values, $"Figure.HeatMap(\"{title}\")"), rows?.ToArray(), columns?.ToArray());
    }

    /// <summary>How often values fall into bins; add them with <see cref="HistogramFigure.Add"/>.</summary>
    /// <param name="title">The line above the figure.</param>
    /// <param name="x">What the values are.</param>
    /// <param name="bins">How many bins; 0 to choose from the data.</param>
    public static HistogramFigure Histogram(string title, string x = "", int bins = 0) => new(title, x, bins);

    /// <summary>A surface as bands of height.</summary>
    /// <typeparam name="TX">A type of number.</typeparam>
    /// <typeparam name="TY">A type of number.</typeparam>
    /// <typeparam name="TZ">A type of number.</typeparam>
    /// <param name="title">The line above the figure.</param>
    /// <param name="x">The places of the columns, rising.</param>
    /// <param name="y">The places of the rows, rising.</param>
    /// <param name="heights">[row, column]; the first row lies at the first y.</param>
    /// <param name="xTitle">What x is.</param>
    /// <param name="yTitle">What y is.</param>
    /// <param name="value">What the height is.</param>
    public static ContourFigure Contour<TX, TY, TZ>(string title, IEnumerable<TX> x, IEnumerable<TY> y, TZ[,] heights,
        string xTitle = "", string yTitle = "", string value = "")
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
        where TZ : INumberBase<TZ>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(heights);
        return new(title, Numbers.From(x), Numbers.From(y), Numbers.Grid(heights), xTitle, yTitle, value);
    }

    /// <summary>What was what, and what it was taken for: counts in the cells, coloured by their share of the row.</summary>
    /// <typeparam name="T">A type of number.</typeparam>
    /// <param name="title">The line above the figure.</param>
    /// <param name="counts">[true class, predicted class].</param>
    /// <param name="classes">The names of the classes.</param>
    public static HeatMapFigure Confusion<T>(string title, T[,] counts, IEnumerable<string> classes)
        where T : INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(classes);
        var (grid, names) = (Numbers.Grid(counts), classes.ToArray());
        Throw.IfLengthsDiffer($"Figure.Confusion(\"{title}\")", "the counts' second side", grid.Columns, "the first", grid.Rows);
        var shares = new double[grid.Cells.Length];
        for (var i = 0; i < shares.Length; i++)
        {
            var row = grid.Cells.AsSpan(i / grid.Columns * grid.Columns, grid.Columns);
            var total = 0.0;
            foreach (var count in row)
                total += count;
            shares[i] = total > 0 ? grid.Cells[i] / total : 0;
        }
        return new HeatMapFigure(title, new(grid.Rows, grid.Columns, shares), names, names)
        {
            CellTexts = [.. grid.Cells.Select(NumberText.Value)],
            Low = 0,
            High = 1,
        }.Axes("predicted", "true", "share of the true class");
    }

    /// <summary>Confidence against accuracy; add models with <see cref="ReliabilityFigure.Add"/>.</summary>
    /// <param name="title">The line above the figure.</param>
    /// <param name="bins">How many bins of confidence.</param>
    public static ReliabilityFigure Reliability(string title, int bins = 10) => new(title, bins);

    /// <summary>Images; add them with <see cref="ImagesFigure.Add"/>.</summary>
    /// <param name="title">The line above the figure.</param>
    /// <param name="columns">How many in a row; 0 to choose.</param>
    public static ImagesFigure Images(string title, int columns = 0) => new(title) { ColumnCount = columns };

    /// <summary>A directed graph; add to it with <see cref="GraphFigure.Node"/> and <see cref="GraphFigure.Edge"/>.</summary>
    /// <param name="title">The line above the figure.</param>
    public static GraphFigure Graph(string title) => new(title);

    /// <summary>The tree of a beam search; add hypotheses with <see cref="SearchTreeFigure.Add"/>.</summary>
    /// <param name="title">The line above the figure.</param>
    public static SearchTreeFigure SearchTree(string title) => new(title);

    /// <summary>Two sentences and what belongs together; join tokens with <see cref="AlignmentFigure.Link"/>.</summary>
    /// <param name="title">The line above the figure.</param>
    /// <param name="source">The source tokens.</param>
    /// <param name="target">The target tokens.</param>
    public static AlignmentFigure Alignment(string title, IEnumerable<string> source, IEnumerable<string> target)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        return new(title, source, target);
    }

    /// <summary>Small figures side by side with shared axes.</summary>
    /// <param name="title">The line above them all.</param>
    /// <param name="panels">The figures, row after row.</param>
    public static MultiplesFigure Multiples(string title, params IEnumerable<Figure> panels)
    {
        ArgumentNullException.ThrowIfNull(panels);
        return new(title, panels, 0);
    }
}
