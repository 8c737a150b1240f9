namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>The lower triangle of the last two dimensions, zero above.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="diagonal">The last diagonal kept.</param>
    public static Tensor tril(Tensor input, long diagonal = 0) => input.tril(diagonal);

    /// <summary>The upper triangle of the last two dimensions, zero below.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="diagonal">The first diagonal kept.</param>
    public static Tensor triu(Tensor input, long diagonal = 0) => input.triu(diagonal);

    /// <summary>A vector on the diagonal of a square matrix, or the diagonal of a matrix as a copy.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="diagonal">Above (positive) or below (negative) the main diagonal.</param>
    public static Tensor diag(Tensor input, long diagonal = 0) => input.diag(diagonal);

    /// <summary>The order of dimensions' elements reversed.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dims">The dimensions.</param>
    public static Tensor flip(Tensor input, params long[] dims) => input.flip(dims);

    /// <summary>Elements moved along a dimension; those that leave at one end come in at the other.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="shifts">How far.</param>
    /// <param name="dims">The dimension; left out, the flattened tensor.</param>
    public static Tensor roll(Tensor input, long shifts, long? dims = null) => input.roll(shifts, dims);

    /// <summary>Copies side by side; dimensions that are not named count 1.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dims">How many, the last dimension last.</param>
    public static Tensor tile(Tensor input, long[] dims) => input.tile(dims);

    /// <summary>Each element (or slice along a dimension) so many times in a row.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="repeats">How many times.</param>
    /// <param name="dim">The dimension; left out, the flattened tensor.</param>
    /// <param name="output_size">The size of the result, if known.</param>
    public static Tensor repeat_interleave(Tensor input, long repeats, long? dim = null, long? output_size = null) =>
        input.repeat_interleave(repeats, dim, output_size);

    /// <summary>Each element (or slice along a dimension) its own number of times in a row.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="repeats">How many times, Int64.</param>
    /// <param name="dim">The dimension; left out, the flattened tensor.</param>
    /// <param name="output_size">The size of the result, if known.</param>
    public static Tensor repeat_interleave(Tensor input, Tensor repeats, long? dim = null, long? output_size = null) =>
        input.repeat_interleave(repeats, dim, output_size);

    /// <summary>Writes a number into the slices that the index names.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="index">Which slices.</param>
    /// <param name="value">The number.</param>
    public static Tensor index_fill_(Tensor input, long dim, Tensor index, Scalar value) =>
        input.index_fill_(dim, index, value);

    /// <summary>A copy with slices of the source in the place of those that the index names.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="index">Which slices.</param>
    /// <param name="source">What to write.</param>
    public static Tensor index_copy(Tensor input, long dim, Tensor index, Tensor source) =>
        input.index_copy(dim, index, source);
}
