using System.Globalization;

namespace Seq2Seq.Tensors.Conformance;

/// <summary>Compares tensors with what PyTorch computed.</summary>
internal static class Check
{
    /// <summary>Float64 leaves rounding in the order of sums; float32 is held to what the engine promises, 1e-4.</summary>
    public static double Tolerance(ScalarType floats) => floats == ScalarType.Float64 ? 1e-9 : 1e-4;

    public static void Same(Packed expected, Tensor actual, ScalarType floats, string what)
    {
        var type = expected.Kind switch { "f" => floats, "i" => ScalarType.Int64, _ => ScalarType.Bool };
        Assert.Equal(type, actual.dtype);
        Assert.Equal(expected.Shape, actual.shape);
        Same(expected.Values, Values(actual), Tolerance(floats), what);
    }

    public static void Same(double[] expected, double[] actual, double tolerance, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            var (wanted, got) = (expected[i], actual[i]);
            var close = wanted.Equals(got) || Math.Abs(wanted - got) <= tolerance * Math.Max(1, Math.Abs(wanted));
            Assert.True(close, string.Create(CultureInfo.InvariantCulture, $"{what}[{i}]: expected {wanted}, got {got}"));
        }
    }

    public static double[] Values(Tensor tensor)
    {
        using var _ = no_grad();
        return tensor.detach().to(ScalarType.Float64).reshape(-1).data<double>().ToArray();
    }

    /// <summary>Σ output · cos(0.7 i + 0.3) over all floating point outputs.</summary>
    public static Tensor Objective(IEnumerable<Tensor> outputs)
    {
        var total = torch.tensor(0.0);
        foreach (var output in outputs.Where(output => output.is_floating_point()))
        {
            var pattern = Enumerable.Range(0, (int)output.numel()).Select(i => Math.Cos((0.7 * i) + 0.3)).ToArray();
            total = total + (output * torch.tensor(pattern, dtype: output.dtype).reshape(output.shape)).sum().to(ScalarType.Float64);
        }

        return total;
    }
}
