using Seq2Seq.Display.Charts;

namespace Seq2Seq.Display;

/// <summary>What can be said of a figure of any kind; each returns a new figure of the same kind.</summary>
public static class FigureExtensions
{
    /// <summary>Adds one sentence below the figure.</summary>
    /// <typeparam name="T">The kind of figure.</typeparam>
    /// <param name="figure">The figure.</param>
    /// <param name="caption">What to see in it.</param>
    public static T WithCaption<T>(this T figure, string caption)
        where T : Figure => (T)((Figure)figure with { Caption = caption ?? "" });

    /// <summary>Sets what a screen reader says.</summary>
    /// <typeparam name="T">The kind of figure.</typeparam>
    /// <param name="figure">The figure.</param>
    /// <param name="description">The figure in words.</param>
    public static T WithDescription<T>(this T figure, string description)
        where T : Figure => (T)((Figure)figure with { Description = description ?? "" });

    /// <summary>Sets the size in pixels.</summary>
    /// <typeparam name="T">The kind of figure.</typeparam>
    /// <param name="figure">The figure.</param>
    /// <param name="width">The width of the whole figure.</param>
    /// <param name="height">The height of the drawing without titles and captions; 0 leaves the choice to the figure.</param>
    public static T Sized<T>(this T figure, double width, double height = 0)
        where T : Figure
    {
        Throw.IfNotPositive("Sized", nameof(width), width);
        return (T)((Figure)figure with { Width = width, PlotHeight = height });
    }

    /// <summary>Makes the x axis logarithmic.</summary>
    /// <typeparam name="T">The kind of figure.</typeparam>
    /// <param name="figure">The figure.</param>
    public static T LogX<T>(this T figure)
        where T : ChartFigure => (T)((ChartFigure)figure with { XAxis = figure.XAxis with { IsLog = true } });

    /// <summary>Makes the y axis logarithmic.</summary>
    /// <typeparam name="T">The kind of figure.</typeparam>
    /// <param name="figure">The figure.</param>
    public static T LogY<T>(this T figure)
        where T : ChartFigure => (T)((ChartFigure)figure with { YAxis = figure.YAxis with { IsLog = true } });

    /// <summary>Fixes the range of the x axis.</summary>
    /// <typeparam name="T">The kind of figure.</typeparam>
    /// <param name="figure">The figure.</param>
    /// <param name="minimum">The low end.</param>
    /// <param name="maximum">The high end.</param>
    public static T XRange<T>(this T figure, double minimum, double maximum)
        where T : ChartFigure
    {
        Throw.IfEmptyRange("XRange", minimum, maximum);
        return (T)((ChartFigure)figure with { XAxis = figure.XAxis with { Minimum = minimum, Maximum = maximum } });
    }

    /// <summary>Fixes the range of the y axis.</summary>
    /// <typeparam name="T">The kind of figure.</typeparam>
    /// <param name="figure">The figure.</param>
    /// <param name="minimum">The low end.</param>
    /// <param name="maximum">The high end.</param>
    public static T YRange<T>(this T figure, double minimum, double maximum)
        where T : ChartFigure
    {
        Throw.IfEmptyRange("YRange", minimum, maximum);
        return (T)((ChartFigure)figure with { YAxis = figure.YAxis with { Minimum = minimum, Maximum = maximum } });
    }

    /// <summary>Names the units, shown in brackets behind the axis titles.</summary>
    /// <typeparam name="T">The kind of figure.</typeparam>
    /// <param name="figure">The figure.</param>
    /// <param name="x">The unit of x.</param>
    /// <param name="y">The unit of y.</param>
    public static T Units<T>(this T figure, string x = "", string y = "")
        where T : ChartFigure => (T)((ChartFigure)figure with
        {
            XAxis = figure.XAxis with { Unit = x ?? "" },
            YAxis = figure.YAxis with { Unit = y ?? "" },
        });

    /// <summary>Draws a dashed level line.</summary>
    /// <typeparam name="T">The kind of figure.</typeparam>
    /// <param name="figure">The figure.</param>
    /// <param name="y">The level.</param>
    /// <param name="label">What it means.</param>
    public static T LevelAt<T>(this T figure, double y, string label = "")
        where T : ChartFigure => WithRule(figure, new(label ?? "", RuleDirection.Horizontal, y));

    /// <summary>Draws a dashed upright line.</summary>
    /// <typeparam name="T">The kind of figure.</typeparam>
    /// <param name="figure">The figure.</param>
    /// <param name="x">Where.</param>
    /// <param name="label">What it means.</param>
    public static T MarkAt<T>(this T figure, double x, string label = "")
        where T : ChartFigure => WithRule(figure, new(label ?? "", RuleDirection.Vertical, x));

    /// <summary>Draws the dashed line y = x.</summary>
    /// <typeparam name="T">The kind of figure.</typeparam>
    /// <param name="figure">The figure.</param>
    /// <param name="label">What it means.</param>
    public static T Diagonal<T>(this T figure, string label = "")
        where T : ChartFigure => WithRule(figure, new(label ?? "", RuleDirection.Diagonal, 0));

    private static T WithRule<T>(T figure, RuleMark rule)
        where T : ChartFigure => (T)((ChartFigure)figure with { Rules = [.. figure.Rules, rule] });
}
