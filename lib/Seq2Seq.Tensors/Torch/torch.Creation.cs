namespace Seq2Seq.Tensors;

public static partial class torch
{
    private static ScalarType s_default = ScalarType.Float32;

    /// <summary>The floating-point type of new tensors.</summary>
    public static ScalarType get_default_dtype() => s_default;

    /// <summary>Sets the floating-point type of new tensors.</summary>
    /// <param name="dtype">Float32 or Float64.</param>
    public static void set_default_dtype(ScalarType dtype)
    {
        if (!dtype.IsFloat())
            throw Throw.NotAFloat("set_default_dtype", dtype);
        s_default = dtype;
    }

    /// <summary>A tensor whose elements mean nothing yet.</summary>
    /// <param name="size">The sizes.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    [System.Runtime.CompilerServices.OverloadResolutionPriority(1)]
    public static Tensor empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Empty(size, dtype, device, requires_grad);

    /// <summary>A tensor whose elements mean nothing yet.</summary>
    /// <param name="size">The sizes.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Empty(size.ToArray(), dtype, device, requires_grad);

    /// <summary>A tensor whose elements mean nothing yet.</summary>
    /// <param name="size">The sizes.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor empty(Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Empty(size.Shape, dtype, device, requires_grad);

    /// <summary>A tensor whose elements mean nothing yet.</summary>
    /// <param name="size">The size of the one dimension.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Empty([size], dtype, device, requires_grad);

    /// <summary>A tensor whose elements mean nothing yet.</summary>
    /// <param name="rows">The first size.</param>
    /// <param name="columns">The second size.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor empty(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Empty([rows, columns], dtype, device, requires_grad);

    /// <summary>A tensor whose elements mean nothing yet.</summary>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor empty(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Empty([dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>A tensor whose elements mean nothing yet.</summary>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dim3">Size 3.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor empty(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Empty([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>A tensor whose elements mean nothing yet.</summary>
    /// <param name="size">The sizes.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor empty(int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Empty(Array.ConvertAll(size, n => (long)n), dtype, device, requires_grad);

    /// <summary>A tensor whose elements mean nothing yet.</summary>
    /// <param name="size">The size of the one dimension.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor empty(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Empty([size], dtype, device, requires_grad);

    /// <summary>A tensor whose elements mean nothing yet.</summary>
    /// <param name="rows">The first size.</param>
    /// <param name="columns">The second size.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor empty(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Empty([rows, columns], dtype, device, requires_grad);

    /// <summary>A tensor whose elements mean nothing yet.</summary>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor empty(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Empty([dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>A tensor whose elements mean nothing yet.</summary>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dim3">Size 3.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor empty(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Empty([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>A tensor of zeros.</summary>
    /// <param name="size">The sizes.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    [System.Runtime.CompilerServices.OverloadResolutionPriority(1)]
    public static Tensor zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full(size, 0, dtype ?? s_default, device, requires_grad);

    /// <summary>A tensor of zeros.</summary>
    /// <param name="size">The sizes.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor zeros(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full(size.ToArray(), 0, dtype ?? s_default, device, requires_grad);

    /// <summary>A tensor of zeros.</summary>
    /// <param name="size">The sizes.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor zeros(Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full(size.Shape, 0, dtype ?? s_default, device, requires_grad);

    /// <summary>A tensor of zeros.</summary>
    /// <param name="size">The size of the one dimension.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full([size], 0, dtype ?? s_default, device, requires_grad);

    /// <summary>A tensor of zeros.</summary>
    /// <param name="rows">The first size.</param>
    /// <param name="columns">The second size.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor zeros(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full([rows, columns], 0, dtype ?? s_default, device, requires_grad);

    /// <summary>A tensor of zeros.</summary>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor zeros(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full([dim0, dim1, dim2], 0, dtype ?? s_default, device, requires_grad);

    /// <summary>A tensor of zeros.</summary>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dim3">Size 3.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor zeros(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full([dim0, dim1, dim2, dim3], 0, dtype ?? s_default, device, requires_grad);

    /// <summary>A tensor of zeros.</summary>
    /// <param name="size">The sizes.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor zeros(int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full(Array.ConvertAll(size, n => (long)n), 0, dtype ?? s_default, device, requires_grad);

    /// <summary>A tensor of zeros.</summary>
    /// <param name="size">The size of the one dimension.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor zeros(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full([size], 0, dtype ?? s_default, device, requires_grad);

    /// <summary>A tensor of zeros.</summary>
    /// <param name="rows">The first size.</param>
    /// <param name="columns">The second size.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor zeros(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full([rows, columns], 0, dtype ?? s_default, device, requires_grad);

    /// <summary>A tensor of zeros.</summary>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor zeros(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full([dim0, dim1, dim2], 0, dtype ?? s_default, device, requires_grad);

    /// <summary>A tensor of zeros.</summary>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dim3">Size 3.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor zeros(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full([dim0, dim1, dim2, dim3], 0, dtype ?? s_default, device, requires_grad);

    /// <summary>A tensor of ones.</summary>
    /// <param name="size">The sizes.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    [System.Runtime.CompilerServices.OverloadResolutionPriority(1)]
    public static Tensor ones(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full(size, 1, dtype ?? s_default, device, requires_grad);

    /// <summary>A tensor of ones.</summary>
    /// <param name="size">The sizes.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor ones(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full(size.ToArray(), 1, dtype ?? s_default, device, requires_grad);

    /// <summary>A tensor of ones.</summary>
    /// <param name="size">The sizes.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor ones(Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full(size.Shape, 1, dtype ?? s_default, device, requires_grad);

    /// <summary>A tensor of ones.</summary>
    /// <param name="size">The size of the one dimension.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full([size], 1, dtype ?? s_default, device, requires_grad);

    /// <summary>A tensor of ones.</summary>
    /// <param name="rows">The first size.</param>
    /// <param name="columns">The second size.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor ones(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full([rows, columns], 1, dtype ?? s_default, device, requires_grad);

    /// <summary>A tensor of ones.</summary>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor ones(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full([dim0, dim1, dim2], 1, dtype ?? s_default, device, requires_grad);

    /// <summary>A tensor of ones.</summary>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dim3">Size 3.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor ones(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full([dim0, dim1, dim2, dim3], 1, dtype ?? s_default, device, requires_grad);

    /// <summary>A tensor of ones.</summary>
    /// <param name="size">The sizes.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor ones(int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full(Array.ConvertAll(size, n => (long)n), 1, dtype ?? s_default, device, requires_grad);

    /// <summary>A tensor of ones.</summary>
    /// <param name="size">The size of the one dimension.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor ones(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full([size], 1, dtype ?? s_default, device, requires_grad);

    /// <summary>A tensor of ones.</summary>
    /// <param name="rows">The first size.</param>
    /// <param name="columns">The second size.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor ones(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full([rows, columns], 1, dtype ?? s_default, device, requires_grad);

    /// <summary>A tensor of ones.</summary>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor ones(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full([dim0, dim1, dim2], 1, dtype ?? s_default, device, requires_grad);

    /// <summary>A tensor of ones.</summary>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dim3">Size 3.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor ones(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full([dim0, dim1, dim2, dim3], 1, dtype ?? s_default, device, requires_grad);

    /// <summary>A tensor of one number; an integer gives Int64.</summary>
    /// <param name="size">The sizes.</param>
    /// <param name="value">The number.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    [System.Runtime.CompilerServices.OverloadResolutionPriority(1)]
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
    /// <param name="size">The sizes.</param>
    /// <param name="value">The number.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor full(Size size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full(size.Shape, value, dtype, device, requires_grad);

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
    /// <param name="size">The sizes.</param>
    /// <param name="value">The number.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor full(int[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full(Array.ConvertAll(size, n => (long)n), value, dtype, device, requires_grad);

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

    /// <summary>Uniform random numbers in [0, 1).</summary>
    /// <param name="size">The sizes.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    [System.Runtime.CompilerServices.OverloadResolutionPriority(1)]
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
    /// <param name="size">The sizes.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor rand(Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Creation.Rand(size.Shape, dtype, device, requires_grad, generator);

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
    /// <param name="size">The sizes.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor rand(int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Creation.Rand(Array.ConvertAll(size, n => (long)n), dtype, device, requires_grad, generator);

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

    /// <summary>Normal random numbers, mean 0 and deviation 1.</summary>
    /// <param name="size">The sizes.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    [System.Runtime.CompilerServices.OverloadResolutionPriority(1)]
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
    /// <param name="size">The sizes.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor randn(Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Creation.Randn(size.Shape, dtype, device, requires_grad, generator);

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
    /// <param name="size">The sizes.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor randn(int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Creation.Randn(Array.ConvertAll(size, n => (long)n), dtype, device, requires_grad, generator);

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
