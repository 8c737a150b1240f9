using Seq2Seq.Display.Scales;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Charts;

/// <summary>Two axes and the marks on them: what lines, bars, points and histograms have in common.</summary>
internal sealed record Chart(Axis X, Axis Y, IReadOnlyList<Mark> Marks, bool IncludeZeroX = false, bool IncludeZeroY = false,
    double PadX = 0, double PadY = 0, double Aspect = 0.46, string Note = "")
{
    /// <summary>The names in the legend with their colours, once each.</summary>
    public IReadOnlyList<Mark> Legend => [.. Marks.Where(mark => mark.Name.Length > 0).DistinctBy(mark => mark.Name)];

    public (AxisRange X, AxisRange Y) Ranges()
    {
        var (x, y) = (new AxisRange(X), new AxisRange(Y));
        foreach (var mark in Marks)
            Include(mark, x, y);
        if (IncludeZeroX && !X.IsLog)
            x.Include(0);
        if (IncludeZeroY && !Y.IsLog)
            y.Include(0);
        return (x, y);
    }

    /// <summary>What the reader must know about values that are not drawn.</summary>
    public IReadOnlyList<string> Notes()
    {
        var (total, unfinished, unlogged) = (0L, 0L, 0L);
        foreach (var mark in Marks)
        {
            foreach (var (x, y) in Points(mark))
            {
                total++;
                if (!double.IsFinite(x) || !double.IsFinite(y))
                    unfinished++;
                else if ((X.IsLog && x <= 0) || (Y.IsLog && y <= 0))
                    unlogged++;
            }
        }
        var notes = new List<string>();
        if (Note.Length > 0)
            notes.Add(Note);
        if (total == 0)
            notes.Add("No data.");
        if (unfinished > 0)
            notes.Add($"{NumberText.Count(unfinished)} of {NumberText.Count(total)} values are not finite and are left out.");
        if (unlogged > 0)
            notes.Add($"{NumberText.Count(unlogged)} of {NumberText.Count(total)} values are not positive and have no place on a logarithmic axis.");
        return notes;
    }

    public string Summary()
    {
        var (x, y) = Ranges();
        var names = string.Join(", ", Legend.Take(12).Select(mark => mark.Name));
        var parts = new List<string> { $"{(Y.Title.Length == 0 ? "values" : Y.Title)} against {(X.Title.Length == 0 ? "index" : X.Title)}" };
        if (names.Length > 0)
            parts.Add("series: " + names);
        if (X.Categories is null && !x.IsEmpty)
            parts.Add("x from " + Span(x));
        if (Y.Categories is null && !y.IsEmpty)
            parts.Add("y from " + Span(y));
        return string.Join("; ", parts) + ".";
    }

    private static string Span(AxisRange range)
    {
        var scale = range.ToScale(5, nice: false, padding: 0);
        return NumberText.Value(scale.Low) + " to " + NumberText.Value(scale.High);
    }

    private static void Include(Mark mark, AxisRange x, AxisRange y)
    {
        switch (mark)
        {
            case LineMark line:
                IncludePairs(line.X, line.Y, x, y);
                break;
            case PointMark points:
                IncludePairs(points.X, points.Y, x, y);
                break;
            case BandMark band:
                IncludePairs(band.X, band.Low, x, y);
                IncludePairs(band.X, band.High, x, y);
                break;
            case IntervalMark interval:
                IncludePairs(interval.X, interval.Low, x, y);
                IncludePairs(interval.X, interval.High, x, y);
                break;
            case BarMark bars:
                var (along, across) = bars.Horizontal ? (y, x) : (x, y);
                along.Include(bars.From);
                along.Include(bars.To);
                across.Include(bars.Value);
                across.Include(bars.Low);
                across.Include(bars.High);
                break;
            case SurfaceMark surface:
                x.Include(surface.X);
                y.Include(surface.Y);
                break;
            case RuleMark { Direction: RuleDirection.Horizontal } rule:
                y.Include(rule.At);
                break;
            case RuleMark { Direction: RuleDirection.Vertical } rule:
                x.Include(rule.At);
                break;
        }
    }

    private static void IncludePairs(double[] xs, double[] ys, AxisRange x, AxisRange y)
    {
        for (var i = 0; i < xs.Length; i++)
        {
            if (x.Accepts(xs[i]) && y.Accepts(ys[i]))
            {
                x.Include(xs[i]);
                y.Include(ys[i]);
            }
        }
    }

    private static IEnumerable<(double X, double Y)> Points(Mark mark) => mark switch
    {
        LineMark line => line.X.Zip(line.Y),
        PointMark points => points.X.Zip(points.Y),
        BandMark band => band.X.Zip(band.Low).Concat(band.X.Zip(band.High)),
        IntervalMark interval => interval.X.Zip(interval.Low).Concat(interval.X.Zip(interval.High)),
        BarMark { Horizontal: true } bars => bars.Value.Zip(bars.From),
        BarMark bars => bars.From.Zip(bars.Value),
        SurfaceMark surface => surface.Heights.Cells.Select((height, i) => (height, surface.Y[i / surface.X.Length])),
        _ => [],
    };
}
