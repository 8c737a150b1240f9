using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Charts;

/// <summary>Confidence against accuracy, in bins of equal width; empty bins are left out.</summary>
/// <remarks>Expected calibration error after Guo et al. 2017, section 2: Σ (n_b / n) |accuracy_b − confidence_b|.</remarks>
internal sealed record Calibration(double[] From, double[] To, double[] Confidence, double[] Accuracy, double[] Low, double[] High,
    string[] Tips, double Error)
{
    public static Calibration Of(double[] confidence, bool[] isCorrect, int bins)
    {
        var (count, right, sum) = (new int[bins], new int[bins], new double[bins]);
        for (var i = 0; i < confidence.Length; i++)
        {
            if (!(confidence[i] >= 0 && confidence[i] <= 1))
                continue;
            var bin = Math.Min(bins - 1, (int)(confidence[i] * bins));
            count[bin]++;
            right[bin] += isCorrect[i] ? 1 : 0;
            sum[bin] += confidence[i];
        }
        var used = Enumerable.Range(0, bins).Where(bin => count[bin] > 0).ToArray();
        var total = Math.Max(1, count.Sum());
        double[] Each(Func<int, double> part) => [.. used.Select(part)];
        var wilson = used.Select(bin => Wilson(right[bin], count[bin])).ToArray();
        return new(Each(bin => (double)bin / bins), Each(bin => (bin + 1.0) / bins), Each(bin => sum[bin] / count[bin]),
            Each(bin => (double)right[bin] / count[bin]), [.. wilson.Select(w => w.Low)], [.. wilson.Select(w => w.High)],
            [.. used.Select(bin => $"{NumberText.Count(right[bin])} of {NumberText.Count(count[bin])} right at confidence {NumberText.Value(sum[bin] / count[bin])}")],
            used.Sum(bin => (double)count[bin] / total * Math.Abs((double)right[bin] / count[bin] - sum[bin] / count[bin])));
    }

    // Wilson 1927: the 95 % score interval of a proportion.
    private static (double Low, double High) Wilson(int right, int count)
    {
        const double Z = 1.959963984540054;
        var p = (double)right / count;
        var scale = 1 + Z * Z / count;
        var middle = (p + Z * Z / (2 * count)) / scale;
        var half = Z / scale * Math.Sqrt(p * (1 - p) / count + Z * Z / (4.0 * count * count));
        return (Math.Max(0, middle - half), Math.Min(1, middle + half));
    }
}
