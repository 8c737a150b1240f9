namespace Seq2Seq.Display.Colors;

/// <summary>How strongly a value is coloured.</summary>
internal sealed class ColorScale(double low, double high, bool isDiverging)
{
    public double Low => low;

    public double High => high;

    public bool IsDiverging => isDiverging;

    /// <summary>0 for the faintest colour, 1 for the strongest.</summary>
    public double Strength(double value)
    {
        var part = isDiverging
            ? (high > 0 ? Math.Abs(value) / high : 0)
            : high / 2 - low / 2 > 0 ? (value / 2 - low / 2) / (high / 2 - low / 2) : 0.5;
        return double.IsNaN(part) ? 0 : Math.Clamp(part, 0, 1);
    }

    /// <summary>Whether the value has the colour of what is below zero.</summary>
    public bool IsCold(double value) => isDiverging && value < 0;
}
