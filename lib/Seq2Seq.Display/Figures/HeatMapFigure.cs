using Seq2Seq.Display.Svg;
using Seq2Seq.Display.Terminal;

namespace Seq2Seq.Display;

/// <summary>A grid of cells, the darker (in dark mode the brighter) the larger; rows and columns may have token labels.</summary>
[TypeFormatterSource(typeof(ShowableFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed record HeatMapFigure : Figure
{
    internal HeatMapFigure(string title, Grid values, IReadOnlyList<string>? rows, IReadOnlyList<string>? columns)
        : base(title)
    {
        (Values, Rows, Columns) = (values, rows, columns);
        if (rows is not null)
            Throw.IfLengthsDiffer($"Figure.HeatMap(\"{title}\")", nameof(rows), rows.Count, "the grid's first side", values.Rows);
        if (columns is not null)
            Throw.IfLengthsDiffer($"Figure.HeatMap(\"{title}\")", nameof(columns), columns.Count, "the grid's second side", values.Columns);
    }

    /// <summary>What the columns are.</summary>
    public string XTitle { get; init; } = "";

    /// <summary>What the rows are.</summary>
    public string YTitle { get; init; } = "";

    /// <summary>What the cells' values are; stands beside the colour scale.</summary>
    public string ValueTitle { get; init; } = "";

    /// <summary>Whether the values are written into the cells.</summary>
    public bool HasValues { get; init; }

    /// <summary>Whether zero is the neutral middle and the sign has its own colour.</summary>
    public bool IsDiverging { get; init; }

    /// <summary>The value of the faintest colour; the smallest cell when null.</summary>
    public double? Low { get; init; }

    /// <summary>The value of the strongest colour; the largest cell when null.</summary>
    public double? High { get; init; }

    /// <summary>Whether the first row stands at the bottom, as frequencies in a spectrogram do.</summary>
    public bool RisesUpwards { get; init; }

    internal Grid Values { get; init; }

    internal IReadOnlyList<string>? Rows { get; init; }

    internal IReadOnlyList<string>? Columns { get; init; }

    internal bool[]? Hidden { get; init; }

    /// <summary>What is written into a cell instead of its value.</summary>
    internal string[]? CellTexts { get; init; }

    /// <summary>Names the axes and the values.</summary>
    /// <param name="x">What the columns are.</param>
    /// <param name="y">What the rows are.</param>
    /// <param name="value">What the values are.</param>
    public HeatMapFigure Axes(string x = "", string y = "", string value = "") =>
        this with { XTitle = x ?? "", YTitle = y ?? "", ValueTitle = value ?? "" };

    /// <summary>Writes the values into the cells.</summary>
    public HeatMapFigure ShowValues() => this with { HasValues = true };

    /// <summary>Makes zero the neutral middle, with one colour for each sign.</summary>
    public HeatMapFigure Diverging() => this with { IsDiverging = true };

    /// <summary>Puts the first row at the bottom, as frequencies in a spectrogram stand.</summary>
    public HeatMapFigure Upwards() => this with
    {
        RisesUpwards = true,
        Values = new(Values.Rows, Values.Columns, Flip(Values.Cells, Values)),
        Rows = Rows is null ? null : [.. Rows.Reverse()],
        Hidden = Hidden is null ? null : Flip(Hidden, Values),
        CellTexts = CellTexts is null ? null : Flip(CellTexts, Values),
    };

    /// <summary>Fixes the values of the faintest and the strongest colour.</summary>
    /// <param name="low">The faintest.</param>
    /// <param name="high">The strongest.</param>
    public HeatMapFigure ColorRange(double low, double high)
    {
        Throw.IfEmptyRange("ColorRange", low, high);
        return this with { Low = low, High = high };
    }

    /// <summary>Hatches cells that do not count, such as padding.</summary>
    /// <param name="isHidden">True where a cell is hatched; of the grid's size.</param>
    public HeatMapFigure WithMask(bool[,] isHidden)
    {
        ArgumentNullException.ThrowIfNull(isHidden);
        var operation = $"Figure.HeatMap(\"{Title}\").WithMask";
        Throw.IfLengthsDiffer(operation, "the mask's first side", isHidden.GetLength(0), "the grid's first side", Values.Rows);
        Throw.IfLengthsDiffer(operation, "the mask's second side", isHidden.GetLength(1), "the grid's second side", Values.Columns);
        bool[] hidden = [.. isHidden.Cast<bool>()];
        return this with { Hidden = RisesUpwards ? Flip(hidden, Values) : hidden };
    }

    private static T[] Flip<T>(T[] cells, Grid grid) => [.. cells.Chunk(Math.Max(1, grid.Columns)).Reverse().SelectMany(row => row)];

    internal override Panel ToPanel() => new HeatPanel(this);

    internal override void Print(TextPage page) => HeatText.Print(page, this);

    /// <summary>The values of the faintest and the strongest colour.</summary>
    internal (double Low, double High) ColorEnds()
    {
        var (low, high) = Values.Range(Hidden);
        if (IsDiverging)
        {
            var most = Math.Max(Math.Abs(Low ?? low), Math.Abs(High ?? high));
            return (-most, most);
        }
        return (Low ?? low, High ?? high);
    }
}
