namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>The elements in another shape: the same memory if that is possible, else a copy; -1 stands for what is left.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="shape">The shape.</param>
    public static Tensor reshape(Tensor input, params long[] shape) => input.reshape(shape);

    /// <summary>Several neighbouring dimensions become one.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="start_dim">The first of them.</param>
    /// <param name="end_dim">The last of them.</param>
    public static Tensor flatten(Tensor input, long start_dim = 0, long end_dim = -1) =>
        input.flatten(start_dim, end_dim);

    /// <summary>One dimension becomes several; -1 stands for what is left.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="sizes">What it becomes.</param>
    public static Tensor unflatten(Tensor input, long dim, params long[] sizes) => input.unflatten(dim, sizes);

    /// <summary>Two dimensions exchanged.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim0">The one.</param>
    /// <param name="dim1">The other.</param>
    public static Tensor transpose(Tensor input, long dim0, long dim1) => input.transpose(dim0, dim1);

    /// <summary>Two dimensions exchanged.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="axis0">The one.</param>
    /// <param name="axis1">The other.</param>
    public static Tensor swapaxes(Tensor input, long axis0, long axis1) => input.swapaxes(axis0, axis1);

    /// <summary>Two dimensions exchanged.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim0">The one.</param>
    /// <param name="dim1">The other.</param>
    public static Tensor swapdims(Tensor input, long dim0, long dim1) => input.swapdims(dim0, dim1);

    /// <summary>A matrix transposed; fewer dimensions stay as they are.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor t(Tensor input) => input.t();

    /// <summary>The dimensions in another order.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="permutation">Which old dimension each new one is.</param>
    public static Tensor permute(Tensor input, params long[] permutation) => input.permute(permutation);

    /// <summary>A dimension moved to another place.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="source">Where it is.</param>
    /// <param name="destination">Where it goes.</param>
    public static Tensor movedim(Tensor input, long source, long destination) => input.movedim([source], [destination]);

    /// <summary>Without the dimension of size 1, or without all of them.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension; left out, all of size 1.</param>
    public static Tensor squeeze(Tensor input, long? dim = null) => input.squeeze(dim);

    /// <summary>With a new dimension of size 1.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">Where the new dimension stands.</param>
    public static Tensor unsqueeze(Tensor input, long dim) => input.unsqueeze(dim);

    /// <summary>Stretched to a shape without copying.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="shape">The shape.</param>
    public static Tensor broadcast_to(Tensor input, params long[] shape) => input.broadcast_to(shape);

    /// <summary>One index of a dimension; the dimension goes away.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="index">The index; negative counts from the end.</param>
    public static Tensor select(Tensor input, long dim, long index) => input.select(dim, index);

    /// <summary>A range of a dimension.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="start">The first index; negative counts from the end.</param>
    /// <param name="length">How many.</param>
    public static Tensor narrow(Tensor input, long dim, long start, long length) => input.narrow(dim, start, length);

    /// <summary>The elements of a diagonal, as a view whose last dimension runs along it.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="offset">Above (positive) or below (negative) the main diagonal.</param>
    /// <param name="dim1">The first dimension.</param>
    /// <param name="dim2">The second dimension.</param>
    public static Tensor diagonal(Tensor input, long offset, long dim1, long dim2) =>
        input.diagonal(offset, dim1, dim2);

    /// <summary>Pieces of equal size along a dimension, the last maybe smaller.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="chunks">How many at most.</param>
    /// <param name="dim">The dimension.</param>
    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0) => input.chunk(chunks, dim);

    /// <summary>Pieces of the given split_size_or_sections along a dimension.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="split_size_or_sections">Their sizes.</param>
    /// <param name="dim">The dimension.</param>
    public static Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0) => tensor.split(split_size_or_sections, dim);

    /// <summary>Each index of a dimension, without it.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    public static Tensor[] unbind(Tensor input, long dim = 0) => input.unbind(dim);

    /// <summary>Each index of a dimension, without it.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    public static Tensor[] unbind(Tensor tensor, int dim = 0) => tensor.unbind(dim);
}
