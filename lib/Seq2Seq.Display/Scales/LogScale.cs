using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Scales;

/// <summary>Equal factors; ticks at powers of ten, and between them where there are few.</summary>
internal sealed class LogScale(double low, double high) : Scale(low, high)
{
    private readonly double logLow = Math.Log10(low);
    private readonly double logHigh = Math.Log10(high);

    public override double Fraction(double value) =>
        logHigh > logLow ? (Math.Log10(value) - logLow) / (logHigh - logLow) : 0.5;

    public override bool Accepts(double value) => double.IsFinite(value) && value > 0;

    public override IReadOnlyList<Tick> Ticks(int about)
    {
        var first = (int)Math.Ceiling(logLow - 1e-9);
        var last = (int)Math.Floor(logHigh + 1e-9);
        if (last - first < 2)
        {
            double[][] choices = [[1, 2, 5], [1, 1.5, 2, 3, 5, 7], [1, 1.2, 1.4, 1.6, 1.8, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9]];
            return choices.Select(multiples => Between(first - 1, last + 1, multiples)).FirstOrDefault(ticks => ticks.Count >= 3)
                ?? [new(Low, NumberText.Value(Low)), new(High, NumberText.Value(High))];
        }
        var ticks = new List<Tick>();
        var stride = Math.Max(1, (int)Math.Ceiling((last - first + 1) / (double)Math.Max(2, about)));
        for (var exponent = first; exponent <= last; exponent += stride)
            ticks.Add(new(Math.Pow(10, exponent), NumberText.Power(exponent, plain: first >= -3 && last <= 5)));
        return ticks;
    }

    private List<Tick> Between(int first, int last, double[] multiples)
    {
        var ticks = new List<Tick>();
        for (var exponent = first; exponent <= last; exponent++)
        {
            foreach (var multiple in multiples)
            {
                var value = multiple * Math.Pow(10, exponent);
                if (value >= Low * (1 - 1e-9) && value <= High * (1 + 1e-9) && double.IsFinite(value))
                    ticks.Add(new(value, multiple == 1 ? NumberText.Power(exponent) : NumberText.Value(value)));
            }
        }
        return ticks;
    }
}
