namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>Uniform random numbers in [0, 1).</summary>
    /// <param name="size">The sizes.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor rand(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Creation.Rand(size, dtype, device, requires_grad, generator);

    /// <summary>Uniform random numbers in [0, 1).</summary>
    /// <param name="size">The sizes.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor rand(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Creation.Rand(size.ToArray(), dtype, device, requires_grad, generator);

    /// <summary>Uniform random numbers in [0, 1).</summary>
    /// <param name="size">The size of the one dimension.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor rand(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Creation.Rand([size], dtype, device, requires_grad, generator);

    /// <summary>Uniform random numbers in [0, 1).</summary>
    /// <param name="rows">The first size.</param>
    /// <param name="columns">The second size.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor rand(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Creation.Rand([rows, columns], dtype, device, requires_grad, generator);

    /// <summary>Uniform random numbers in [0, 1).</summary>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor rand(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Creation.Rand([dim0, dim1, dim2], dtype, device, requires_grad, generator);

    /// <summary>Uniform random numbers in [0, 1).</summary>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dim3">Size 3.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor rand(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Creation.Rand([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator);

    /// <summary>Uniform random numbers in [0, 1).</summary>
    /// <param name="size">The size of the one dimension.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor rand(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Creation.Rand([size], dtype, device, requires_grad, generator);

    /// <summary>Uniform random numbers in [0, 1).</summary>
    /// <param name="rows">The first size.</param>
    /// <param name="columns">The second size.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor rand(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Creation.Rand([rows, columns], dtype, device, requires_grad, generator);

    /// <summary>Uniform random numbers in [0, 1).</summary>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor rand(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Creation.Rand([dim0, dim1, dim2], dtype, device, requires_grad, generator);

    /// <summary>Uniform random numbers in [0, 1).</summary>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dim3">Size 3.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor rand(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Creation.Rand([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator);
}
