namespace Seq2Seq.Display.Scales;

/// <summary>Cells numbered from 0, each in the middle of its band; a cell may stand for a block of them.</summary>
internal sealed class IndexScale(int count, int block, bool reversed) : Scale(-0.5, Math.Max(1, count) - 0.5)
{
    public override double Fraction(double value)
    {
        var fraction = (value - Low) / (High - Low);
        return reversed ? 1 - fraction : fraction;
    }

    public override IReadOnlyList<Tick> Ticks(int about) =>
    [
        .. new LinearScale(0, Math.Max(1, count * (double)block - 1), wholeNumbers: true).Ticks(about)
            .Select(tick => new Tick(tick.Value / block, tick.Label)).Where(tick => tick.Value < Math.Max(1, count)),
    ];
}
