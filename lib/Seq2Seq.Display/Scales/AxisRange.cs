namespace Seq2Seq.Display.Scales;

/// <summary>Collects the values an axis must show, and makes the scale for them.</summary>
internal sealed class AxisRange(Axis axis)
{
    private double low = double.PositiveInfinity;
    private double high = double.NegativeInfinity;
    private bool whole = true;

    public Axis Axis => axis;

    public bool IsEmpty => low > high;

    public bool Accepts(double value) => double.IsFinite(value) && (!axis.IsLog || value > 0);

    public void Include(double value)
    {
        if (!Accepts(value))
            return;
        low = Math.Min(low, value);
        high = Math.Max(high, value);
        whole &= value == Math.Floor(value) && Math.Abs(value) < 1e9;
    }

    public void Include(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
            Include(value);
    }

    /// <summary>The scale; <paramref name="about"/> ticks, the ends moved out to ticks if <paramref name="nice"/>.</summary>
    public Scale ToScale(int about, bool nice, double padding)
    {
        if (axis.Categories is { } names)
            return new CategoryScale(names, axis.IsReversed);
        var (from, to) = Ends();
        if (axis.IsLog)
            return new LogScale(from, to);
        if (padding > 0 && to - from is var span && double.IsFinite(span))
        {
            from = axis.Minimum is null ? Finite(from - span * padding) : from;
            to = axis.Maximum is null ? Finite(to + span * padding) : to;
        }
        var scale = new LinearScale(from, to, whole && !IsEmpty && axis.Minimum is null && axis.Maximum is null);
        return nice ? scale.Nice(2 * about, axis.Minimum is not null, axis.Maximum is not null) : scale;
    }

    private (double From, double To) Ends()
    {
        var (from, to) = IsEmpty ? (axis.IsLog ? 1.0 : 0.0, axis.IsLog ? 10.0 : 1.0) : (low, high);
        from = axis.Minimum ?? from;
        to = axis.Maximum ?? to;
        if (axis.IsLog)
        {
            from = from > 0 ? from : Math.Min(1, to > 0 ? to / 10 : 1);
            to = to > 0 ? to : from * 10;
            if (from < to)
                return (from, to);
            return (Math.Max(double.Epsilon, Math.Min(from, to) / 2), Finite(Math.Max(from, to) * 2));
        }
        if (from < to)
            return (from, to);
        // One value: a range around it that is wide enough to be told apart.
        var room = Math.Max(0.5, Math.Abs(to) * 0.05);
        return (Finite(Math.Min(from, to) - room), Finite(Math.Max(from, to) + room));
    }

    private static double Finite(double value) => Math.Clamp(value, double.MinValue, double.MaxValue);
}
