using Seq2Seq.Display;

namespace Seq2Seq.Plots;

/// <summary>Pictures of gradients.</summary>
public static class GradientPlots
{
    /// <summary>The length of the gradient of each parameter after a backward pass.</summary>
    public static BarFigure ByLayer(nn.Module module, string title = "Gradient by layer")
    {
        ArgumentNullException.ThrowIfNull(module);
        var entries = module.named_parameters().Where(p => p.Item2.grad is not null)
            .Select(p => (p.Item1, Norm: Math.Sqrt(p.Item2.grad!.square().sum().ToDouble()))).ToArray();
        return Figure.Bars(title, entries.Select(e => e.Item1), x: "parameter", y: "norm").Add("gradient", entries.Select(e => e.Norm))
            .Horizontal();
    }

    /// <summary>The length of the gradient that reaches back over each lag, on a logarithmic axis: how fast it vanishes or explodes.</summary>
    public static LineFigure ByLag(IEnumerable<(string Name, IReadOnlyList<double> Norms)> curves, string title = "Gradient by lag")
    {
        ArgumentNullException.ThrowIfNull(curves);
        return curves.Aggregate(
            Figure.Line(title, x: "lag", y: "gradient norm").Units(x: "steps").LogY(),
            (figure, curve) => figure.Add(curve.Name, Enumerable.Range(0, curve.Norms.Count).Select(i => (double)i), curve.Norms));
    }
}
