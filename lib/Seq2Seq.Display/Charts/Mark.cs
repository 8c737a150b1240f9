using Seq2Seq.Display.Colors;

namespace Seq2Seq.Display.Charts;

/// <summary>Something drawn on the axes of a chart.</summary>
/// <param name="Name">Its entry in the legend; empty for none.</param>
/// <param name="Color">The place of its colour in the palette.</param>
internal abstract record Mark(string Name, int Color)
{
    /// <summary>Dashes tell lines apart where the palette starts again.</summary>
    public bool IsDrawnDashed => this is LineMark { Dashed: true } || Tone.IsSecondRound(Color);
}

/// <summary>Points joined in their order; broken where a value is missing.</summary>
internal sealed record LineMark(string Name, int Color, double[] X, double[] Y, bool Dashed = false) : Mark(Name, Color);

/// <summary>The area between two curves.</summary>
internal sealed record BandMark(string Name, int Color, double[] X, double[] Low, double[] High) : Mark(Name, Color);

/// <summary>A whisker from low to high at each x.</summary>
internal sealed record IntervalMark(string Name, int Color, double[] X, double[] Low, double[] High) : Mark(Name, Color);

/// <summary>Points alone, with what to write beside each or in its tooltip.</summary>
internal sealed record PointMark(string Name, int Color, double[] X, double[] Y, string[]? Labels) : Mark(Name, Color);

/// <summary>Bars from <paramref name="Base"/> to <paramref name="Value"/> over From … To of the other axis.</summary>
internal sealed record BarMark(string Name, int Color, double[] From, double[] To, double[] Base, double[] Value,
    string[] Tips, double[]? Low = null, double[]? High = null, bool Horizontal = false, bool Hollow = false)
    : Mark(Name, Color);

/// <summary>Heights over a grid of x and y: rows follow y upwards.</summary>
internal sealed record SurfaceMark(double[] X, double[] Y, Grid Heights, string ValueTitle, int Levels) : Mark("", 0);

/// <summary>A straight reference line across the plot.</summary>
internal sealed record RuleMark(string Label, RuleDirection Direction, double At) : Mark("", 0);

internal enum RuleDirection
{
    Horizontal,
    Vertical,
    Diagonal,
}
