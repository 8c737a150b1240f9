namespace Seq2Seq.Display.Scales;

/// <summary>Named places at 0, 1, 2, …, each in the middle of its band; reversed, the first is at the high end.</summary>
internal sealed class CategoryScale(IReadOnlyList<string> names, bool reversed = false)
    : Scale(-0.5, Math.Max(1, names.Count) - 0.5)
{
    public IReadOnlyList<string> Names => names;

    public override double Fraction(double value)
    {
        var fraction = (value - Low) / (High - Low);
        return reversed ? 1 - fraction : fraction;
    }

    public override IReadOnlyList<Tick> Ticks(int about)
    {
        var stride = Math.Max(1, (names.Count + about - 1) / Math.Max(1, about));
        var ticks = new List<Tick>();
        for (var i = 0; i < names.Count; i += stride)
            ticks.Add(new(i, names[i]));
        return ticks;
    }
}
