using System.Globalization;

namespace Seq2Seq.Metrics;

/// <summary>A bar of a reliability diagram: predictions of about one confidence.</summary>
/// <param name="From">Confidences above this.</param>
/// <param name="To">Up to this.</param>
/// <param name="Count">How many predictions.</param>
/// <param name="Confidence">Their mean confidence; 0 if there are none.</param>
/// <param name="Accuracy">The share of them that is right; 0 if there are none.</param>
public sealed record CalibrationBin(double From, double To, int Count, double Confidence, double Accuracy);

/// <summary>Whether a model is right as often as it is sure.</summary>
/// <remarks>
/// Guo et al. 2017: predictions are put into bins of equal width by their confidence;
/// ECE = Σ_b |b|/N · |accuracy(b) − confidence(b)|, MCE is the largest such gap.
/// </remarks>
public sealed class Calibration
{
    private Calibration(IReadOnlyList<CalibrationBin> bins) => Bins = bins;

    /// <summary>The bars of the reliability diagram, empty ones among them.</summary>
    public IReadOnlyList<CalibrationBin> Bins { get; }

    /// <summary>Expected calibration error, 0 to 1.</summary>
    public double Error => Bins.Sum(bin => bin.Count * Gap(bin)) / Bins.Sum(bin => bin.Count);

    /// <summary>Largest gap of a bin that holds predictions, 0 to 1.</summary>
    public double MaximumError => Bins.Where(bin => bin.Count > 0).Max(Gap);

    /// <summary>Bins predictions by confidence.</summary>
    /// <param name="confidences">Probability the model gave its answer, 0 to 1.</param>
    /// <param name="right">Whether the answer was right.</param>
    /// <param name="bins">How many bins; the paper takes 15.</param>
    public static Calibration Of(IReadOnlyList<double> confidences, IReadOnlyList<bool> right, int bins = 15)
    {
        ArgumentNullException.ThrowIfNull(confidences);
        ArgumentNullException.ThrowIfNull(right);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bins);
        if (confidences.Count != right.Count || right.Count == 0)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Calibration.Of: {confidences.Count} confidences and {right.Count} outcomes; expected as many of both, at least one."));
        }

        var counts = new int[bins];
        var sums = new double[bins];
        var rights = new int[bins];
        for (var i = 0; i < right.Count; i++)
        {
            if (!(confidences[i] is >= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(confidences), string.Create(CultureInfo.InvariantCulture,
                    $"Calibration.Of: confidence {confidences[i]} at place {i}; expected a probability, 0 to 1. Were these logits or log-probabilities?"));
            }

            // Bin b holds (b/M, (b+1)/M]; 0 belongs to the first.
            var bin = Math.Clamp((int)Math.Ceiling(confidences[i] * bins) - 1, 0, bins - 1);
            counts[bin]++;
            sums[bin] += confidences[i];
            if (right[i]) rights[bin]++;
        }

        return new Calibration([.. Enumerable.Range(0, bins).Select(b => new CalibrationBin(
            (double)b / bins, (double)(b + 1) / bins, counts[b],
            counts[b] > 0 ? sums[b] / counts[b] : 0, counts[b] > 0 ? (double)rights[b] / counts[b] : 0))]);
    }

    /// <summary>The two errors.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"ECE = {Error:0.0000}, MCE = {MaximumError:0.0000}");

    private static double Gap(CalibrationBin bin) => Math.Abs(bin.Accuracy - bin.Confidence);
}
