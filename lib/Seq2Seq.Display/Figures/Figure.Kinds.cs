using System.Numerics;

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
}
