namespace Seq2Seq.Tensors.Tests.Ops;

/// <summary>Compares backward with central differences in float64.</summary>
internal static class GradientCheck
{
    // Central differences with h = 1e-5: the truncation error is about 1e-10, the rounding error about 1e-11 of the values.
    private const double Tolerance = 2e-6;
    private const double Step = 1e-5;

    public static void Run(GradientCase check, bool strided)
    {
        using var scope = torch.NewDisposeScope();
        var values = check.Values();
        var leaves = values.Select((v, i) => Leaf(v, check.Shapes[i], torch.float64, strided)).ToArray();
        var weights = Weights(check, values);

        // Gradients that are there already must be added to.
        foreach (var leaf in leaves)
            leaf.Base.grad = torch.ones_like(leaf.Base);
        (check.Function(Array.ConvertAll(leaves, l => l.View)) * weights).sum().backward();

        for (var input = 0; input < leaves.Length; input++)
        {
            var shown = Look(leaves[input].Base.grad!, strided).data<double>().ToArray();
            for (var i = 0; i < values[input].Length; i++)
            {
                var expected = 1 + Slope(check, values, weights, input, i);
                var close = Math.Abs(shown[i] - expected) <= Tolerance * (1 + Math.Abs(expected));
                Assert.True(close, $"{check}: d/d input {input}[{i}]: backward {shown[i] - 1:R}, differences {expected - 1:R}");
            }
        }
    }

    /// <summary>float32 must take the same way as float64.</summary>
    public static void RunSingle(GradientCase check)
    {
        using var scope = torch.NewDisposeScope();
        var values = check.Values();
        var real = Gradients(torch.float64);
        var single = Gradients(torch.float32);
        for (var input = 0; input < values.Length; input++)
        {
            for (var i = 0; i < values[input].Length; i++)
            {
                var error = Math.Abs(real[input][i] - single[input][i]);
                Assert.True(error <= 2e-4 * (1 + Math.Abs(real[input][i])), $"{check}: input {input}[{i}]: float64 {real[input][i]:R}, float32 {single[input][i]:R}");
            }
        }

        double[][] Gradients(torch.ScalarType type)
        {
            var leaves = values.Select((v, i) => Leaf(v, check.Shapes[i], type, strided: false)).ToArray();
            var y = check.Function(Array.ConvertAll(leaves, l => l.View));
            Assert.Equal(type, y.dtype);
            (y * Weights(check, values).to(type)).sum().backward();
            return Array.ConvertAll(leaves, l => l.Base.grad?.to(torch.float64).data<double>().ToArray() ?? new double[l.Base.numel()]);
        }
    }

    /// <summary>The names of the ops that the function records.</summary>
    public static IEnumerable<string> Recorded(GradientCase check)
    {
        using var scope = torch.NewDisposeScope();
        var leaves = check.Values().Select((v, i) => Leaf(v, check.Shapes[i], torch.float64, strided: true).View).ToArray();
        var y = check.Function(leaves);
        return [.. Inspection.GraphRecorder.Nodes(y).Select(node => node.Name)];
    }

    private static torch.Tensor Weights(GradientCase check, double[][] values)
    {
        using var noGrad = torch.no_grad();
        var inputs = values.Select((v, i) => torch.tensor(v, check.Shapes[i])).ToArray();
        var shape = check.Function(inputs).shape;
        var random = new System.Random(11);
        return torch.tensor(Enumerable.Range(0, (int)shape.Aggregate(1L, (n, s) => n * s)).Select(_ => random.NextDouble() + 0.5).ToArray(), shape);
    }

    private static double Slope(GradientCase check, double[][] values, torch.Tensor weights, int input, int i)
    {
        var before = values[input][i];
        values[input][i] = before + Step;
        var above = Loss(check, values, weights);
        values[input][i] = before - Step;
        var below = Loss(check, values, weights);
        values[input][i] = before;
        return (above - below) / (2 * Step);
    }

    private static double Loss(GradientCase check, double[][] values, torch.Tensor weights)
    {
        using var noGrad = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var inputs = values.Select((v, i) => torch.tensor(v, check.Shapes[i])).ToArray();
        return (check.Function(inputs) * weights).sum().item<double>();
    }

    // Strided: the leaf holds the values with dimensions reversed and every second place of a longer last dimension.
    private static (torch.Tensor Base, torch.Tensor View) Leaf(double[] values, long[] shape, torch.ScalarType type, bool strided)
    {
        var plain = torch.tensor(values, shape).to(type);
        if (!strided || shape.Length == 0)
        {
            plain.requires_grad = true;
            return (plain, plain);
        }

        var reversed = plain.T;
        var wide = torch.zeros([.. reversed.shape, 2], type);
        using (torch.no_grad())
            wide.select(-1, 1).copy_(reversed);
        wide.requires_grad = true;
        return (wide, Look(wide, strided));
    }

    private static torch.Tensor Look(torch.Tensor x, bool strided) => strided && x.dim() > 0 ? x.select(-1, 1).T : x;
}
