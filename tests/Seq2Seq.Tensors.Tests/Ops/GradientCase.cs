namespace Seq2Seq.Tensors.Tests.Ops;

/// <summary>One differentiable function with inputs to check it at; a class that lists some is found by itself.</summary>
public interface IGradientCases
{
    IEnumerable<GradientCase> Cases { get; }
}

/// <summary>A function of tensors, the shapes of its inputs and the range their values are drawn from.</summary>
/// <param name="Name">The public name it is called by: <c>tanh</c>, <c>conv1d</c>; a note may follow after a blank.</param>
/// <param name="Function">The function.</param>
/// <param name="Shapes">The shape of each input.</param>
/// <param name="Low">The least size of a value.</param>
/// <param name="High">The greatest size of a value.</param>
/// <param name="Signed">Whether values are negative too; sizes keep clear of kinks at zero.</param>
public sealed record GradientCase(
    string Name, Func<torch.Tensor[], torch.Tensor> Function, long[][] Shapes, double Low = 0.3, double High = 1.7, bool Signed = true)
{
    public override string ToString() => Name + " " + string.Join(" ", Shapes.Select(s => "(" + string.Join(",", s) + ")"));

    /// <summary>Values that are all different, so that no maximum is shared.</summary>
    public double[][] Values(int seed = 7)
    {
        var random = new System.Random(seed);
        return Array.ConvertAll(Shapes, shape =>
        {
            var values = new double[shape.Aggregate(1L, (n, s) => n * s)];
            for (var i = 0; i < values.Length; i++)
                values[i] = (Low + ((High - Low) * random.NextDouble())) * (Signed && random.Next(2) == 0 ? -1 : 1);
            return values;
        });
    }
}
