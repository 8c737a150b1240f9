using System.Numerics;
using Seq2Seq.Display.Charts;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display;

/// <summary>Bars over categories: one group or several side by side, with error bars.</summary>
[TypeFormatterSource(typeof(ShowableFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed record BarFigure : ChartFigure
{
    private const int MostCategories = 400;
    private readonly string[] categories;
    private IReadOnlyList<Group> groups = [];

    internal BarFigure(string title, IEnumerable<string> categories, string x, string y)
        : base(title, x, y) => this.categories = [.. categories.Select(name => name ?? "")];

    /// <summary>Whether the bars lie, with the categories down the side.</summary>
    public bool IsHorizontal { get; init; }

    /// <summary>Adds a value for each category.</summary>
    /// <typeparam name="T">A type of number.</typeparam>
    /// <param name="name">The group's name in the legend.</param>
    /// <param name="values">As many as there are categories; NaN for none.</param>
    public BarFigure Add<T>(string name, IEnumerable<T> values)
        where T : INumberBase<T> => With(name, Take(name, "values", values), null, null);

    /// <summary>Adds a value ± an error for each category.</summary>
    /// <typeparam name="T">A type of number.</typeparam>
    /// <param name="name">The group's name in the legend.</param>
    /// <param name="values">As many as there are categories.</param>
    /// <param name="errors">Half the length of each error bar, as many.</param>
    public BarFigure Add<T>(string name, IEnumerable<T> values, IEnumerable<T> errors)
        where T : INumberBase<T>
    {
        var (middle, half) = (Take(name, "values", values), Take(name, "errors", errors));
        return With(name, middle, [.. middle.Zip(half, (m, e) => m - e)], [.. middle.Zip(half, (m, e) => m + e)]);
    }

    /// <summary>Adds a value with an interval for each category.</summary>
    /// <typeparam name="T">A type of number.</typeparam>
    /// <param name="name">The group's name in the legend.</param>
    /// <param name="values">As many as there are categories.</param>
    /// <param name="low">The lower ends of the intervals, as many.</param>
    /// <param name="high">The upper ends of the intervals, as many.</param>
    public BarFigure Add<T>(string name, IEnumerable<T> values, IEnumerable<T> low, IEnumerable<T> high)
        where T : INumberBase<T> => With(name, Take(name, "values", values), Take(name, "low", low), Take(name, "high", high));

    /// <summary>Lays the bars down, for long category names.</summary>
    public BarFigure Horizontal() => this with { IsHorizontal = true };

    internal override Chart ToChart()
    {
        var shown = Math.Min(categories.Length, MostCategories);
        var note = shown < categories.Length
            ? $"The first {NumberText.Count(shown)} of {NumberText.Count(categories.Length)} categories are shown." : "";
        var names = categories[..shown];
        var bars = groups.Select((group, i) => ToMark(group, i, shown));
        return IsHorizontal
            ? new(YAxis, XAxis with { Categories = names, IsReversed = true }, [.. bars, .. Rules.Select(Turn)], IncludeZeroX: true, Note: note)
            : new(XAxis with { Categories = names }, YAxis, [.. bars, .. Rules], IncludeZeroY: true, Note: note);
    }

    private BarMark ToMark(Group group, int place, int shown)
    {
        var width = 0.8 / Math.Max(1, groups.Count);
        var (from, to, tips) = (new double[shown], new double[shown], new string[shown]);
        for (var i = 0; i < shown; i++)
        {
            from[i] = i - 0.4 + place * width;
            to[i] = from[i] + width * (groups.Count > 1 ? 0.94 : 1);
            var error = group.Low is { } low && group.High is { } high
                ? $" ({NumberText.Value(low[i])} to {NumberText.Value(high[i])})" : "";
            var name = group.Name.Length > 0 && groups.Count > 1 ? ", " + group.Name : "";
            tips[i] = $"{categories[i]}{name}: {NumberText.Value(group.Values[i])}{error}";
        }
        var color = ColorOf(groups.Select(other => other.Name), group.Name);
        return new(group.Name, color, from, to, new double[shown], group.Values[..shown], tips,
            group.Low?[..shown], group.High?[..shown], IsHorizontal);
    }

    private static RuleMark Turn(RuleMark rule) => rule.Direction switch
    {
        RuleDirection.Horizontal => rule with { Direction = RuleDirection.Vertical },
        RuleDirection.Vertical => rule with { Direction = RuleDirection.Horizontal },
        _ => rule,
    };

    private double[] Take<T>(string? name, string part, IEnumerable<T> values)
        where T : INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(values, part);
        var taken = Numbers.From(values);
        Throw.IfLengthsDiffer($"Figure.Bars(\"{Title}\").Add(\"{name}\")", part, taken.Length, "categories", categories.Length);
        return taken;
    }

    private BarFigure With(string? name, double[] values, double[]? low, double[]? high) =>
        this with { groups = [.. groups, new(name ?? "", values, low, high)] };

    private sealed record Group(string Name, double[] Values, double[]? Low, double[]? High);
}
