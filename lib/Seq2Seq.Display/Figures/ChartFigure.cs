using Seq2Seq.Display.Charts;
using Seq2Seq.Display.Svg;
using Seq2Seq.Display.Terminal;

namespace Seq2Seq.Display;

/// <summary>A figure on two axes.</summary>
[TypeFormatterSource(typeof(ShowableFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public abstract record ChartFigure : Figure
{
    private protected ChartFigure(string title, string x, string y)
        : base(title)
    {
        XAxis = new() { Title = x ?? "" };
        YAxis = new() { Title = y ?? "" };
    }

    /// <summary>The horizontal axis.</summary>
    public Axis XAxis { get; init; }

    /// <summary>The vertical axis.</summary>
    public Axis YAxis { get; init; }

    internal IReadOnlyList<RuleMark> Rules { get; init; } = [];

    internal abstract Chart ToChart();

    internal override Panel ToPanel() => new ChartPanel(ToChart());

    internal override void Print(TextPage page) => ChartText.Print(page, ToChart());

    /// <summary>The colour of a series: that of the first series of the same name.</summary>
    private protected static int ColorOf(IEnumerable<string> names, string name)
    {
        var color = 0;
        foreach (var known in names.Distinct())
        {
            if (known == name)
                return color;
            color++;
        }
        return color;
    }
}
