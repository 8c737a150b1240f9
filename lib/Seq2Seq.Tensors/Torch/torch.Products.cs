namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>Sums of products by Einstein's convention: <c>einsum("bij,bjk->bik", a, b)</c>.</summary>
    /// <param name="equation">A letter for each dimension of each tensor; letters missing on the right are summed.</param>
    /// <param name="tensors">The tensors.</param>
    public static Tensor einsum(string equation, params Tensor[] tensors)
    {
        ArgumentNullException.ThrowIfNull(equation);
        ArgumentNullException.ThrowIfNull(tensors);
        if (tensors.Length == 0)
            throw Throw.Bad($"einsum: '{equation}' was given no tensors");
        return Contraction.Run(equation, tensors);
    }

    /// <summary>Coordinates of a grid: one tensor per axis.</summary>
    /// <param name="tensors">The values of each axis.</param>
    /// <param name="indexing">"ij": the first axis along dimension 0; "xy": the second, as in a picture.</param>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij")
    {
        ArgumentNullException.ThrowIfNull(tensors);
        if (indexing is not ("ij" or "xy"))
            throw Throw.Bad($"meshgrid: indexing '{indexing}' does not exist; use \"ij\" or \"xy\"");
        var axes = tensors.ToArray();
        var sizes = Array.ConvertAll(axes, t => t.numel());
        var isPicture = indexing == "xy" && axes.Length > 1;
        return [.. axes.Select((t, i) =>
        {
            var shape = new long[axes.Length];
            Array.Fill(shape, 1);
            shape[i] = sizes[i];
            var grid = t.reshape(shape).expand(sizes);
            return isPicture ? grid.transpose(0, 1) : grid;
        })];
    }

    /// <summary>All products of the elements of two vectors.</summary>
    /// <param name="input">The first.</param>
    /// <param name="vec2">The second.</param>
    public static Tensor ger(Tensor input, Tensor vec2) => input.outer(vec2);
}
