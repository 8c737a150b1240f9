namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>A tensor without dimensions.</summary>
    /// <param name="scalar">Its element.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(int scalar, Device? device = null, bool requires_grad = false) =>
        Creation.Copy([scalar], [], null, device, requires_grad);

    /// <summary>A copy of an array as a tensor of one dimension.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(int[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<int>(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of one dimension.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<int> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<int>([.. rawArray], [rawArray.Count], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of a shape.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dimensions">The sizes.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<int> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<int>([.. rawArray], dimensions, dtype, device, requires_grad);

    /// <summary>A copy of a list as a matrix.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="rows">The first size.</param>
    /// <param name="columns">The second size.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<int> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<int>([.. rawArray], [rows, columns], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of three dimensions.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<int> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<int>([.. rawArray], [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of four dimensions.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dim3">Size 3.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<int> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<int>([.. rawArray], [dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>A copy of an array as a matrix.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(int[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.CopyArray<int>(rawArray, dtype, device, requires_grad);

    /// <summary>A copy of an array as a tensor of three dimensions.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(int[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.CopyArray<int>(rawArray, dtype, device, requires_grad);

    /// <summary>A copy of an array as a tensor of four dimensions.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(int[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.CopyArray<int>(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor that shares the memory of an array, if the type is the same.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    public static Tensor as_tensor(int[] rawArray, ScalarType? dtype = null, Device? device = null) => from_array(rawArray, dtype, device);

    /// <summary>A tensor of the elements of a list.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    public static Tensor as_tensor(IList<int> rawArray, ScalarType? dtype = null, Device? device = null) =>
        rawArray is int[] array ? from_array(array, dtype, device) : tensor(rawArray, dtype, device);
}
