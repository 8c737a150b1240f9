namespace Seq2Seq.Embeddings;

/// <summary>Points on the axes along which they vary most.</summary>
/// <remarks>Pearson 1901. The eigenvectors of the covariance by Jacobi's rotations: additions, products and roots, the same bits everywhere.</remarks>
/// <param name="Points">Each point's place on each axis, (N, K).</param>
/// <param name="Axes">The axes, of length 1, (K, D).</param>
/// <param name="Explained">The share of the variance along each axis.</param>
public sealed record PrincipalAxes(double[][] Points, double[][] Axes, double[] Explained)
{
    private const int Sweeps = 30;

    /// <summary>The first <paramref name="count"/> axes of points (N, D).</summary>
    public static PrincipalAxes Of(IReadOnlyList<double[]> points, int count = 2)
    {
        ArgumentNullException.ThrowIfNull(points);
        var size = points.Count == 0 ? 0 : points[0].Length;
        if (points.Count < 2 || count < 1 || count > size)
        {
            throw new ArgumentException(
                $"PrincipalAxes: got {points.Count} points of {size} features for {count} axes; expected 2 points or more and no more axes than features.",
                nameof(points));
        }

        double[] mean = [.. Enumerable.Range(0, size).Select(i => points.Average(point => point[i]))];
        double[][] centred = [.. points.Select(point => point.Select((x, i) => x - mean[i]).ToArray())];
        var covariance = new double[size, size];
        foreach (var point in centred)
        {
            for (var i = 0; i < size; i++)
            {
                for (var j = 0; j < size; j++) covariance[i, j] += point[i] * point[j] / (points.Count - 1);
            }
        }

        var vectors = Diagonalise(covariance);
        var total = Enumerable.Range(0, size).Sum(i => covariance[i, i]);
        int[] order = [.. Enumerable.Range(0, size).OrderByDescending(i => covariance[i, i]).Take(count)];
        double[][] axes = [.. order.Select(axis => Upright([.. Enumerable.Range(0, size).Select(i => vectors[i, axis])]))];
        return new PrincipalAxes(
            [.. centred.Select(point => axes.Select(axis => point.Zip(axis, (x, a) => x * a).Sum()).ToArray())],
            axes, [.. order.Select(i => total > 0 ? covariance[i, i] / total : 0)]);
    }

    // The sign of an axis is free; the largest entry shall be positive.
    private static double[] Upright(double[] axis) =>
        axis.MaxBy(Math.Abs) < 0 ? [.. axis.Select(x => -x)] : axis;

    // Rotates pairs of axes until everything off the diagonal is gone; gives the rotations' product.
    private static double[,] Diagonalise(double[,] a)
    {
        var n = a.GetLength(0);
        var v = new double[n, n];
        for (var i = 0; i < n; i++) v[i, i] = 1;
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var off = 0.0;
            for (var p = 0; p < n; p++)
            {
                for (var q = p + 1; q < n; q++)
                {
                    off += a[p, q] * a[p, q];
                    if (Math.Abs(a[p, q]) < 1e-300) continue;
                    var theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
                    var t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt(theta * theta + 1));
                    var c = 1 / Math.Sqrt(t * t + 1);
                    Rotate(a, v, p, q, c, t * c);
                }
            }

            if (off < 1e-24) break;
        }

        return v;
    }

    private static void Rotate(double[,] a, double[,] v, int p, int q, double c, double s)
    {
        var n = a.GetLength(0);
        for (var k = 0; k < n; k++) (a[k, p], a[k, q]) = (c * a[k, p] - s * a[k, q], s * a[k, p] + c * a[k, q]);
        for (var k = 0; k < n; k++) (a[p, k], a[q, k]) = (c * a[p, k] - s * a[q, k], s * a[p, k] + c * a[q, k]);
        for (var k = 0; k < n; k++) (v[k, p], v[k, q]) = (c * v[k, p] - s * v[k, q], s * v[k, p] + c * v[k, q]);
    }
}
