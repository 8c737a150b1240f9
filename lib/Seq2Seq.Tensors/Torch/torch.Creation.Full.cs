namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>A tensor of one number; an integer gives Int64.</summary>
    /// <param name="size">The sizes.</param>
    /// <param name="value">The number.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full(size, value, dtype, device, requires_grad);

    /// <summary>A tensor of one number; an integer gives Int64.</summary>
    /// <param name="size">The sizes.</param>
    /// <param name="value">The number.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor full(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full(size.ToArray(), value, dtype, device, requires_grad);

    /// <summary>A tensor of one number; an integer gives Int64.</summary>
    /// <param name="size">The size of the one dimension.</param>
    /// <param name="value">The number.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor full(long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full([size], value, dtype, device, requires_grad);

    /// <summary>A tensor of one number; an integer gives Int64.</summary>
    /// <param name="rows">The first size.</param>
    /// <param name="columns">The second size.</param>
    /// <param name="value">The number.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor full(long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full([rows, columns], value, dtype, device, requires_grad);

    /// <summary>A tensor of one number; an integer gives Int64.</summary>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="value">The number.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor full(long dim0, long dim1, long dim2, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full([dim0, dim1, dim2], value, dtype, device, requires_grad);

    /// <summary>A tensor of one number; an integer gives Int64.</summary>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dim3">Size 3.</param>
    /// <param name="value">The number.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor full(long dim0, long dim1, long dim2, long dim3, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full([dim0, dim1, dim2, dim3], value, dtype, device, requires_grad);

    /// <summary>A tensor of one number; an integer gives Int64.</summary>
    /// <param name="size">The size of the one dimension.</param>
    /// <param name="value">The number.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor full(int size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full([size], value, dtype, device, requires_grad);

    /// <summary>A tensor of one number; an integer gives Int64.</summary>
    /// <param name="rows">The first size.</param>
    /// <param name="columns">The second size.</param>
    /// <param name="value">The number.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor full(int rows, int columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full([rows, columns], value, dtype, device, requires_grad);

    /// <summary>A tensor of one number; an integer gives Int64.</summary>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="value">The number.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor full(int dim0, int dim1, int dim2, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full([dim0, dim1, dim2], value, dtype, device, requires_grad);

    /// <summary>A tensor of one number; an integer gives Int64.</summary>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dim3">Size 3.</param>
    /// <param name="value">The number.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor full(int dim0, int dim1, int dim2, int dim3, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full([dim0, dim1, dim2, dim3], value, dtype, device, requires_grad);
}
