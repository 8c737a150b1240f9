namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>Normal random numbers, mean 0 and deviation 1.</summary>
    /// <param name="size">The sizes.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor randn(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Creation.Randn(size, dtype, device, requires_grad, generator);

    /// <summary>Normal random numbers, mean 0 and deviation 1.</summary>
    /// <param name="size">The sizes.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor randn(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Creation.Randn(size.ToArray(), dtype, device, requires_grad, generator);

    /// <summary>Normal random numbers, mean 0 and deviation 1.</summary>
    /// <param name="size">The size of the one dimension.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor randn(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Creation.Randn([size], dtype, device, requires_grad, generator);

    /// <summary>Normal random numbers, mean 0 and deviation 1.</summary>
    /// <param name="rows">The first size.</param>
    /// <param name="columns">The second size.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor randn(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Creation.Randn([rows, columns], dtype, device, requires_grad, generator);

    /// <summary>Normal random numbers, mean 0 and deviation 1.</summary>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor randn(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Creation.Randn([dim0, dim1, dim2], dtype, device, requires_grad, generator);

    /// <summary>Normal random numbers, mean 0 and deviation 1.</summary>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dim3">Size 3.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor randn(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Creation.Randn([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator);

    /// <summary>Normal random numbers, mean 0 and deviation 1.</summary>
    /// <param name="size">The size of the one dimension.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor randn(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Creation.Randn([size], dtype, device, requires_grad, generator);

    /// <summary>Normal random numbers, mean 0 and deviation 1.</summary>
    /// <param name="rows">The first size.</param>
    /// <param name="columns">The second size.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor randn(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Creation.Randn([rows, columns], dtype, device, requires_grad, generator);

    /// <summary>Normal random numbers, mean 0 and deviation 1.</summary>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor randn(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Creation.Randn([dim0, dim1, dim2], dtype, device, requires_grad, generator);

    /// <summary>Normal random numbers, mean 0 and deviation 1.</summary>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dim3">Size 3.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor randn(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Creation.Randn([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator);
}
