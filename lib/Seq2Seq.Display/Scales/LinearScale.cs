using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Scales;

/// <summary>Equal steps; ticks at 1, 2, 2.5 or 5 times a power of ten.</summary>
internal sealed class LinearScale(double low, double high, bool wholeNumbers = false) : Scale(low, high)
{
    // Halves, so that the span of −MaxValue … MaxValue does not overflow.
    private double HalfSpan => High / 2 - Low / 2;

    public override double Fraction(double value) => HalfSpan > 0 ? (value / 2 - Low / 2) / HalfSpan : 0.5;

    public override IReadOnlyList<Tick> Ticks(int about)
    {
        var step = Step(about);
        var first = Math.Ceiling(Low / step * (1 - 1e-12 * Math.Sign(Low)));
        var last = Math.Floor(High / step * (1 + 1e-12 * Math.Sign(High)));
        if (!double.IsFinite(first) || !double.IsFinite(last) || last - first > 4 * Math.Max(about, 4))
            return Ends();
        var largest = Math.Max(Math.Abs(first), Math.Abs(last)) * step;
        var ticks = new List<Tick>();
        for (var i = first; i <= last; i++)
        {
            var value = i * step;
            var label = NumberText.Tick(value, step, largest);
            if (double.IsFinite(value) && (ticks.Count == 0 || ticks[^1].Label != label))
                ticks.Add(new(value, label));
        }
        return ticks;
    }

    /// <summary>This scale with its ends moved out to the nearest ticks.</summary>
    public LinearScale Nice(int about, bool keepLow, bool keepHigh)
    {
        var step = Step(about);
        var low = keepLow ? Low : Math.Floor(Low / step + 1e-9) * step;
        var high = keepHigh ? High : Math.Ceiling(High / step - 1e-9) * step;
        return double.IsFinite(low) && double.IsFinite(high) && low < high ? new(low, high, wholeNumbers) : this;
    }

    private double Step(int about)
    {
        var rough = HalfSpan / Math.Max(1, about) * 2;
        if (!(rough > 1e-300) || rough > 1e300)
            return rough > 0 ? Math.Clamp(rough, double.Epsilon, 1e300) : 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = (rough / power) switch
        {
            <= 1.0000001 => 1,
            <= 2.0000001 => 2,
            <= 2.5000001 when power != 1 || !wholeNumbers => 2.5,
            <= 5.0000001 => 5,
            _ => 10,
        } * power;
        return wholeNumbers ? Math.Max(1, step) : step;
    }

    private IReadOnlyList<Tick> Ends() =>
        Low < High ? [new(Low, NumberText.Value(Low)), new(High, NumberText.Value(High))] : [new(Low, NumberText.Value(Low))];
}
