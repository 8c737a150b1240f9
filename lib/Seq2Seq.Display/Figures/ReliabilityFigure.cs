using System.Numerics;
using Seq2Seq.Display.Charts;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display;

/// <summary>How often predictions of a given confidence are right: on the diagonal, a model knows what it knows.</summary>
[TypeFormatterSource(typeof(ShowableFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed record ReliabilityFigure : ChartFigure
{
    private readonly int bins;
    private IReadOnlyList<(string Name, double[] Confidence, bool[] IsCorrect)> groups = [];

    internal ReliabilityFigure(string title, int bins)
        : base(title, "confidence", "accuracy")
    {
        Throw.IfNotPositive($"Figure.Reliability(\"{title}\")", nameof(bins), bins);
        this.bins = bins;
        (XAxis, YAxis) = (XAxis with { Minimum = 0, Maximum = 1 }, YAxis with { Minimum = 0, Maximum = 1 });
    }

    /// <summary>Adds the predictions of a model; the legend shows its expected calibration error.</summary>
    /// <typeparam name="T">A type of number.</typeparam>
    /// <param name="name">The model's name.</param>
    /// <param name="confidence">The probability the model gave to each prediction, 0 to 1.</param>
    /// <param name="isCorrect">Whether each was right, as many.</param>
    public ReliabilityFigure Add<T>(string name, IEnumerable<T> confidence, IEnumerable<bool> isCorrect)
        where T : INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(confidence);
        ArgumentNullException.ThrowIfNull(isCorrect);
        var (given, right) = (Numbers.From(confidence), isCorrect.ToArray());
        Throw.IfLengthsDiffer($"Figure.Reliability(\"{Title}\").Add(\"{name}\")", nameof(isCorrect), right.Length, nameof(confidence), given.Length);
        return this with { groups = [.. groups, (name ?? "", given, right)] };
    }

    internal override Chart ToChart()
    {
        var marks = new List<Mark>();
        for (var i = 0; i < groups.Count; i++)
        {
            var calibration = Calibration.Of(groups[i].Confidence, groups[i].IsCorrect, bins);
            var name = $"{groups[i].Name} (ECE {NumberText.Value(Math.Round(calibration.Error, 3))})".TrimStart();
            if (groups.Count == 1)
                marks.Add(new BarMark(name, i, calibration.From, calibration.To, new double[calibration.From.Length], calibration.Accuracy, calibration.Tips, Hollow: true));
            marks.Add(new LineMark(name, i, calibration.Confidence, calibration.Accuracy));
            marks.Add(new IntervalMark(name, i, calibration.Confidence, calibration.Low, calibration.High));
        }
        marks.Add(new RuleMark("calibrated", RuleDirection.Diagonal, 0));
        var outside = groups.Sum(group => group.Confidence.LongCount(value => !(value >= 0 && value <= 1)));
        var notes = new List<string>();
        if (groups.Count == 1 && marks[0].Name.Length > 0)
            notes.Add(marks[0].Name + ".");
        notes.Add("Whiskers: 95 % Wilson intervals.");
        if (outside > 0)
            notes.Add($"{NumberText.Count(outside)} of {NumberText.Count(groups.Sum(group => (long)group.Confidence.Length))} confidences lie outside 0 to 1 and are left out.");
        return new(XAxis, YAxis, [.. marks, .. Rules], Aspect: 0.6, Note: string.Join(" ", notes));
    }
}
