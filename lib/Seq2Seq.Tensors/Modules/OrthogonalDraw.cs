using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Random orthonormal rows by the modified Gram-Schmidt method, twice, in float64.</summary>
internal static class OrthogonalDraw
{
    public static void Fill(Tensor tensor, double gain)
    {
        using var scope = NewDisposeScope();
        var (rows, columns) = (tensor.size(0), tensor.numel() / Math.Max(1, tensor.size(0)));
        var (few, many) = (Math.Min(rows, columns), Math.Max(rows, columns));
        var vectors = randn([few, many], dtype: ScalarType.Float64).data<double>().ToArray();
        for (var i = 0; i < few; i++)
            Orthonormalise(vectors, i, (int)many);
        var matrix = torch.tensor(vectors, few, many, dtype: ScalarType.Float64) * gain;
        tensor.copy_((rows <= columns ? matrix : matrix.t()).reshape(tensor.shape).to(tensor.dtype));
    }

    private static void Orthonormalise(double[] vectors, int row, int length)
    {
        var vector = vectors.AsSpan(row * length, length);

        // The second pass removes what rounding left of the first.
        for (var pass = 0; pass < 2; pass++)
        {
            for (var other = 0; other < row; other++)
            {
                var unit = vectors.AsSpan(other * length, length);
                var product = Dot(vector, unit);
                for (var k = 0; k < length; k++)
                    vector[k] -= product * unit[k];
            }

            var norm = Math.Sqrt(Dot(vector, vector));
            for (var k = 0; k < length && norm > 0; k++)
                vector[k] /= norm;
        }
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var k = 0; k < a.Length; k++)
            sum += a[k] * b[k];
        return sum;
    }
}
