namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>y[i][j] = this[i][index[i][j]] along a dimension.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="index">Int64, as many dimensions as this, no larger than this apart from the dimension.</param>
    public static Tensor gather(Tensor input, long dim, Tensor index) => input.gather(dim, index);

    /// <summary>y[i][j] = this[i][index[i][j]] along a dimension.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="index">Int64, as many dimensions as this, no larger than this apart from the dimension.</param>
    /// <param name="sparse_grad">Asks for a sparse gradient; the numbers are the same, and here it is dense.</param>
    public static Tensor gather(Tensor input, long dim, Tensor index, bool sparse_grad = false) => input.gather(dim, index);

    /// <summary>The slices along a dimension that the index names.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="index">Int64 or Int32, one dimension.</param>
    public static Tensor index_select(Tensor input, long dim, Tensor index) => input.index_select(dim, index);

    /// <summary>A copy in which the slices that the index names got those of the source, times alpha, added.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="index">Which slices.</param>
    /// <param name="source">What to add.</param>
    /// <param name="alpha">The factor.</param>
    public static Tensor index_add(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) =>
        input.index_add(dim, index, source, alpha);

    /// <summary>Adds slices of the source, times alpha, to those that the index names.</summary>
    /// <param name="input">The tensor that changes.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="index">Which slices.</param>
    /// <param name="source">What to add.</param>
    /// <param name="alpha">The factor.</param>
    public static Tensor index_add_(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) =>
        input.index_add_(dim, index, source, alpha);

    /// <summary>A copy with the elements of src written where the index says, along a dimension.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="index">Where.</param>
    /// <param name="src">What.</param>
    public static Tensor scatter(Tensor input, long dim, Tensor index, Tensor src) => input.scatter(dim, index, src);

    /// <summary>A copy with the elements of src added where the index says, along a dimension.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="index">Where.</param>
    /// <param name="src">What.</param>
    public static Tensor scatter_add(Tensor input, long dim, Tensor index, Tensor src) =>
        input.scatter_add(dim, index, src);

    /// <summary>Adds the elements of src where the index says, along a dimension.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="index">Where.</param>
    /// <param name="src">What.</param>
    public static Tensor scatter_add_(Tensor input, long dim, Tensor index, Tensor src) =>
        input.scatter_add_(dim, index, src);

    /// <summary>The elements where the mask holds, in row-major order.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="mask">Bool; mask and this are broadcast to each other.</param>
    public static Tensor masked_select(Tensor input, Tensor mask) => input.masked_select(mask);

    /// <summary>The coordinates of the elements that are not zero, one row each.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor nonzero(Tensor input) => input.nonzero();
}
