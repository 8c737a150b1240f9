namespace Seq2Seq.Display.Scales;

/// <summary>A place on an axis and what is written there.</summary>
internal readonly record struct Tick(double Value, string Label);

/// <summary>Maps values to the fraction of an axis they stand at: 0 at its low end, 1 at its high end.</summary>
internal abstract class Scale(double low, double high)
{
    public double Low { get; } = low;

    public double High { get; } = high;

    /// <summary>The fraction of the axis; outside 0 … 1 for a value outside its range.</summary>
    public abstract double Fraction(double value);

    /// <summary>At most about that many ticks, where a person would put them.</summary>
    public abstract IReadOnlyList<Tick> Ticks(int about);

    public virtual bool Accepts(double value) => double.IsFinite(value);
}
