namespace Seq2Seq.Tests.Models;

/// <summary>Compares tensors element by element.</summary>
internal static class Near
{
    public static void Equal(Tensor expected, Tensor actual, double tolerance)
    {
        Assert.Equal(expected.shape, actual.shape);
        var (a, b) = (Values(expected), Values(actual));
        for (var i = 0; i < a.Length; i++)
        {
            Assert.True(Math.Abs(a[i] - b[i]) <= tolerance, $"element {i}: expected {a[i]}, got {b[i]}");
        }
    }

    public static double[] Values(Tensor x)
    {
        var flat = x.detach().to_type(ScalarType.Float64).contiguous().data<double>().ToArray();
        return flat;
    }
}
