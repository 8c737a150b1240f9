namespace Benchmarks.Sweeps;

/// <summary>y = c · xᵉ, fitted as a line through the logarithms.</summary>
internal static class PowerLaw
{
    /// <summary>The exponent, by least squares over the upper half of the sizes, where fixed costs weigh least.</summary>
    public static double Exponent(IReadOnlyList<int> sizes, IReadOnlyList<double> values)
    {
        var from = sizes.Count / 2 - 1;
        var points = Enumerable.Range(from, sizes.Count - from).Select(i => (X: Math.Log(sizes[i]), Y: Math.Log(values[i]))).ToArray();
        double meanX = points.Average(p => p.X), meanY = points.Average(p => p.Y);
        return points.Sum(p => (p.X - meanX) * (p.Y - meanY)) / points.Sum(p => (p.X - meanX) * (p.X - meanX));
    }
}
