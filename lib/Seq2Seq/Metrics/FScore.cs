namespace Seq2Seq.Metrics;

/// <summary>One number for precision and recall.</summary>
public static class FScore
{
    /// <summary>F_β = (1 + β²) P R / (β² P + R), the harmonic mean in which recall counts β times; 0 if both are 0.
    /// (van Rijsbergen 1979.)</summary>
    public static double Of(double precision, double recall, double beta = 1)
    {
        var weight = beta * beta;
        var denominator = weight * precision + recall;
        return denominator > 0 ? (1 + weight) * precision * recall / denominator : 0;
    }
}
