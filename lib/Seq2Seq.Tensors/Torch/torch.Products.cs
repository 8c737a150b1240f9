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

    /// <summary>Coordinates of a grid: one tensor per axis, the first axis along dimension 0.</summary>
    /// <param name="tensors">The values of each axis.</param>
    /// <param name="indexing">Only "ij".</param>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij")
    {
        ArgumentNullException.ThrowIfNull(tensors);
        if (indexing != "ij")
            throw Throw.Bad($"meshgrid: indexing '{indexing}' does not exist in this engine; use \"ij\" and transpose");
        var axes = tensors.ToArray();
        var sizes = Array.ConvertAll(axes, t => t.numel());
        return [.. axes.Select((t, i) =>
        {
            var shape = new long[axes.Length];
            Array.Fill(shape, 1);
            shape[i] = sizes[i];
            return t.reshape(shape).expand(sizes);
        })];
    }

    /// <summary>All products of the elements of two vectors.</summary>
    /// <param name="input">The first.</param>
    /// <param name="vec2">The second.</param>
    public static Tensor ger(Tensor input, Tensor vec2) => input.outer(vec2);
}
