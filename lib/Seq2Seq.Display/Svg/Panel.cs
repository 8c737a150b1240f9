using Seq2Seq.Display.Charts;
using Seq2Seq.Display.Places;

namespace Seq2Seq.Display.Svg;

/// <summary>An entry of the legend.</summary>
internal readonly record struct LegendEntry(string Name, int Color, bool Dashed = false);

/// <summary>What stands between the title and the caption of a figure.</summary>
internal abstract class Panel
{
    /// <summary>The height it wants at a width.</summary>
    public abstract double PreferredHeight(double width);

    public abstract void Draw(SvgBuilder svg, Area area);

    public virtual IReadOnlyList<LegendEntry> Legend => [];

    /// <summary>Remarks on data that is not, or not fully, drawn.</summary>
    public virtual IReadOnlyList<string> Notes => [];

    /// <summary>What is drawn, in a sentence for those who cannot see it.</summary>
    public abstract string Summary { get; }

    protected static IReadOnlyList<LegendEntry> LegendOf(Chart chart)
    {
        var marks = chart.Legend;
        return marks.Count < 2 ? [] : [.. marks.Select(mark => new LegendEntry(mark.Name, mark.Color, mark.IsDrawnDashed))];
    }
}
