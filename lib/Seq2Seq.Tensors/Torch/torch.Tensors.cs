namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>A tensor without dimensions.</summary>
    /// <param name="scalar">Its element.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(float scalar, Device? device = null, bool requires_grad = false) =>
        Creation.Copy([scalar], [], null, device, requires_grad);

    /// <summary>A tensor without dimensions, of another type.</summary>
    /// <param name="scalar">Its element.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(float scalar, ScalarType dtype, Device? device = null, bool requires_grad = false) =>
        Creation.Copy([scalar], [], dtype, device, requires_grad);

    /// <summary>A copy of an array as a tensor of one dimension.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(float[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<float>(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of one dimension.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<float> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<float>([.. rawArray], [rawArray.Count], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of a shape.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dimensions">The sizes.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<float> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<float>([.. rawArray], dimensions, dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of a shape.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dimensions">The sizes.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<float> rawArray, long[] dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<float>([.. rawArray], dimensions, dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of one dimension.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dim0">The size.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<float> rawArray, long dim0, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<float>([.. rawArray], [dim0], dtype, device, requires_grad);

    /// <summary>A copy of a list as a matrix.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="rows">The first size.</param>
    /// <param name="columns">The second size.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<float> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<float>([.. rawArray], [rows, columns], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of three dimensions.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<float> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<float>([.. rawArray], [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of four dimensions.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dim3">Size 3.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<float> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<float>([.. rawArray], [dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>A copy of an array as a matrix.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(float[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.CopyArray<float>(rawArray, dtype, device, requires_grad);

    /// <summary>A copy of an array as a tensor of three dimensions.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(float[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.CopyArray<float>(rawArray, dtype, device, requires_grad);

    /// <summary>A copy of an array as a tensor of four dimensions.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(float[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.CopyArray<float>(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor that shares the memory of an array, if the type is the same.</summary>
    /// <param name="data">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    public static Tensor as_tensor(float[] data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device);

    /// <summary>A tensor of the elements of a list.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    public static Tensor as_tensor(IList<float> rawArray, ScalarType? dtype = null, Device? device = null) =>
        rawArray is float[] array ? from_array(array, dtype, device) : tensor(rawArray, dtype, device);

    /// <summary>A tensor without dimensions.</summary>
    /// <param name="scalar">Its element.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(double scalar, Device? device = null, bool requires_grad = false) =>
        Creation.Copy([scalar], [], null, device, requires_grad);

    /// <summary>A tensor without dimensions, of another type.</summary>
    /// <param name="scalar">Its element.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(double scalar, ScalarType dtype, Device? device = null, bool requires_grad = false) =>
        Creation.Copy([scalar], [], dtype, device, requires_grad);

    /// <summary>A copy of an array as a tensor of one dimension.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(double[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<double>(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of one dimension.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<double> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<double>([.. rawArray], [rawArray.Count], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of a shape.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dimensions">The sizes.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<double> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<double>([.. rawArray], dimensions, dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of a shape.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dimensions">The sizes.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<double> rawArray, long[] dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<double>([.. rawArray], dimensions, dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of one dimension.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dim0">The size.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<double> rawArray, long dim0, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<double>([.. rawArray], [dim0], dtype, device, requires_grad);

    /// <summary>A copy of a list as a matrix.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="rows">The first size.</param>
    /// <param name="columns">The second size.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<double> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<double>([.. rawArray], [rows, columns], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of three dimensions.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<double> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<double>([.. rawArray], [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of four dimensions.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dim3">Size 3.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<double> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<double>([.. rawArray], [dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>A copy of an array as a matrix.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(double[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.CopyArray<double>(rawArray, dtype, device, requires_grad);

    /// <summary>A copy of an array as a tensor of three dimensions.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(double[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.CopyArray<double>(rawArray, dtype, device, requires_grad);

    /// <summary>A copy of an array as a tensor of four dimensions.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(double[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.CopyArray<double>(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor that shares the memory of an array, if the type is the same.</summary>
    /// <param name="data">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    public static Tensor as_tensor(double[] data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device);

    /// <summary>A tensor of the elements of a list.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    public static Tensor as_tensor(IList<double> rawArray, ScalarType? dtype = null, Device? device = null) =>
        rawArray is double[] array ? from_array(array, dtype, device) : tensor(rawArray, dtype, device);

    /// <summary>A tensor without dimensions.</summary>
    /// <param name="scalar">Its element.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(long scalar, Device? device = null, bool requires_grad = false) =>
        Creation.Copy([scalar], [], null, device, requires_grad);

    /// <summary>A tensor without dimensions, of another type.</summary>
    /// <param name="scalar">Its element.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(long scalar, ScalarType dtype, Device? device = null, bool requires_grad = false) =>
        Creation.Copy([scalar], [], dtype, device, requires_grad);

    /// <summary>A copy of an array as a tensor of one dimension.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(long[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<long>(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of one dimension.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<long> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<long>([.. rawArray], [rawArray.Count], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of a shape.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dimensions">The sizes.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<long> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<long>([.. rawArray], dimensions, dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of a shape.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dimensions">The sizes.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<long> rawArray, long[] dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<long>([.. rawArray], dimensions, dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of one dimension.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dim0">The size.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<long> rawArray, long dim0, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<long>([.. rawArray], [dim0], dtype, device, requires_grad);

    /// <summary>A copy of a list as a matrix.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="rows">The first size.</param>
    /// <param name="columns">The second size.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<long> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<long>([.. rawArray], [rows, columns], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of three dimensions.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<long> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<long>([.. rawArray], [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of four dimensions.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dim3">Size 3.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<long> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<long>([.. rawArray], [dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>A copy of an array as a matrix.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(long[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.CopyArray<long>(rawArray, dtype, device, requires_grad);

    /// <summary>A copy of an array as a tensor of three dimensions.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(long[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.CopyArray<long>(rawArray, dtype, device, requires_grad);

    /// <summary>A copy of an array as a tensor of four dimensions.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(long[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.CopyArray<long>(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor that shares the memory of an array, if the type is the same.</summary>
    /// <param name="data">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    public static Tensor as_tensor(long[] data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device);

    /// <summary>A tensor of the elements of a list.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    public static Tensor as_tensor(IList<long> rawArray, ScalarType? dtype = null, Device? device = null) =>
        rawArray is long[] array ? from_array(array, dtype, device) : tensor(rawArray, dtype, device);

    /// <summary>A tensor without dimensions.</summary>
    /// <param name="scalar">Its element.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(int scalar, Device? device = null, bool requires_grad = false) =>
        Creation.Copy([scalar], [], null, device, requires_grad);

    /// <summary>A tensor without dimensions, of another type.</summary>
    /// <param name="scalar">Its element.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(int scalar, ScalarType dtype, Device? device = null, bool requires_grad = false) =>
        Creation.Copy([scalar], [], dtype, device, requires_grad);

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

    /// <summary>A copy of a list as a tensor of a shape.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dimensions">The sizes.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<int> rawArray, long[] dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<int>([.. rawArray], dimensions, dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of one dimension.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dim0">The size.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<int> rawArray, long dim0, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<int>([.. rawArray], [dim0], dtype, device, requires_grad);

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
    /// <param name="data">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    public static Tensor as_tensor(int[] data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device);

    /// <summary>A tensor of the elements of a list.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    public static Tensor as_tensor(IList<int> rawArray, ScalarType? dtype = null, Device? device = null) =>
        rawArray is int[] array ? from_array(array, dtype, device) : tensor(rawArray, dtype, device);

    /// <summary>A tensor without dimensions.</summary>
    /// <param name="scalar">Its element.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(short scalar, Device? device = null, bool requires_grad = false) =>
        Creation.Copy([scalar], [], null, device, requires_grad);

    /// <summary>A tensor without dimensions, of another type.</summary>
    /// <param name="scalar">Its element.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(short scalar, ScalarType dtype, Device? device = null, bool requires_grad = false) =>
        Creation.Copy([scalar], [], dtype, device, requires_grad);

    /// <summary>A copy of an array as a tensor of one dimension.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(short[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<short>(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of one dimension.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<short> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<short>([.. rawArray], [rawArray.Count], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of a shape.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dimensions">The sizes.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<short> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<short>([.. rawArray], dimensions, dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of a shape.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dimensions">The sizes.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<short> rawArray, long[] dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<short>([.. rawArray], dimensions, dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of one dimension.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dim0">The size.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<short> rawArray, long dim0, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<short>([.. rawArray], [dim0], dtype, device, requires_grad);

    /// <summary>A copy of a list as a matrix.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="rows">The first size.</param>
    /// <param name="columns">The second size.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<short> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<short>([.. rawArray], [rows, columns], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of three dimensions.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<short> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<short>([.. rawArray], [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of four dimensions.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dim3">Size 3.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<short> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<short>([.. rawArray], [dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>A copy of an array as a matrix.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(short[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.CopyArray<short>(rawArray, dtype, device, requires_grad);

    /// <summary>A copy of an array as a tensor of three dimensions.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(short[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.CopyArray<short>(rawArray, dtype, device, requires_grad);

    /// <summary>A copy of an array as a tensor of four dimensions.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(short[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.CopyArray<short>(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor that shares the memory of an array, if the type is the same.</summary>
    /// <param name="data">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    public static Tensor as_tensor(short[] data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device);

    /// <summary>A tensor of the elements of a list.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    public static Tensor as_tensor(IList<short> rawArray, ScalarType? dtype = null, Device? device = null) =>
        rawArray is short[] array ? from_array(array, dtype, device) : tensor(rawArray, dtype, device);

    /// <summary>A tensor without dimensions.</summary>
    /// <param name="scalar">Its element.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(sbyte scalar, Device? device = null, bool requires_grad = false) =>
        Creation.Copy([scalar], [], null, device, requires_grad);

    /// <summary>A tensor without dimensions, of another type.</summary>
    /// <param name="scalar">Its element.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(sbyte scalar, ScalarType dtype, Device? device = null, bool requires_grad = false) =>
        Creation.Copy([scalar], [], dtype, device, requires_grad);

    /// <summary>A copy of an array as a tensor of one dimension.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(sbyte[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<sbyte>(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of one dimension.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<sbyte> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<sbyte>([.. rawArray], [rawArray.Count], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of a shape.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dimensions">The sizes.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<sbyte> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<sbyte>([.. rawArray], dimensions, dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of a shape.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dimensions">The sizes.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<sbyte> rawArray, long[] dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<sbyte>([.. rawArray], dimensions, dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of one dimension.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dim0">The size.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<sbyte> rawArray, long dim0, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<sbyte>([.. rawArray], [dim0], dtype, device, requires_grad);

    /// <summary>A copy of a list as a matrix.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="rows">The first size.</param>
    /// <param name="columns">The second size.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<sbyte> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<sbyte>([.. rawArray], [rows, columns], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of three dimensions.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<sbyte> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<sbyte>([.. rawArray], [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of four dimensions.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dim3">Size 3.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<sbyte> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<sbyte>([.. rawArray], [dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>A copy of an array as a matrix.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(sbyte[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.CopyArray<sbyte>(rawArray, dtype, device, requires_grad);

    /// <summary>A copy of an array as a tensor of three dimensions.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(sbyte[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.CopyArray<sbyte>(rawArray, dtype, device, requires_grad);

    /// <summary>A copy of an array as a tensor of four dimensions.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(sbyte[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.CopyArray<sbyte>(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor that shares the memory of an array, if the type is the same.</summary>
    /// <param name="data">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    public static Tensor as_tensor(sbyte[] data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device);

    /// <summary>A tensor of the elements of a list.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    public static Tensor as_tensor(IList<sbyte> rawArray, ScalarType? dtype = null, Device? device = null) =>
        rawArray is sbyte[] array ? from_array(array, dtype, device) : tensor(rawArray, dtype, device);

    /// <summary>A tensor without dimensions.</summary>
    /// <param name="scalar">Its element.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(byte scalar, Device? device = null, bool requires_grad = false) =>
        Creation.Copy([scalar], [], null, device, requires_grad);

    /// <summary>A tensor without dimensions, of another type.</summary>
    /// <param name="scalar">Its element.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(byte scalar, ScalarType dtype, Device? device = null, bool requires_grad = false) =>
        Creation.Copy([scalar], [], dtype, device, requires_grad);

    /// <summary>A copy of an array as a tensor of one dimension.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(byte[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<byte>(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of one dimension.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<byte> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<byte>([.. rawArray], [rawArray.Count], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of a shape.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dimensions">The sizes.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<byte> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<byte>([.. rawArray], dimensions, dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of a shape.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dimensions">The sizes.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<byte> rawArray, long[] dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<byte>([.. rawArray], dimensions, dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of one dimension.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dim0">The size.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<byte> rawArray, long dim0, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<byte>([.. rawArray], [dim0], dtype, device, requires_grad);

    /// <summary>A copy of a list as a matrix.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="rows">The first size.</param>
    /// <param name="columns">The second size.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<byte> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<byte>([.. rawArray], [rows, columns], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of three dimensions.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<byte> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<byte>([.. rawArray], [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of four dimensions.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dim3">Size 3.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<byte> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<byte>([.. rawArray], [dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>A copy of an array as a matrix.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(byte[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.CopyArray<byte>(rawArray, dtype, device, requires_grad);

    /// <summary>A copy of an array as a tensor of three dimensions.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(byte[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.CopyArray<byte>(rawArray, dtype, device, requires_grad);

    /// <summary>A copy of an array as a tensor of four dimensions.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(byte[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.CopyArray<byte>(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor that shares the memory of an array, if the type is the same.</summary>
    /// <param name="data">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    public static Tensor as_tensor(byte[] data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device);

    /// <summary>A tensor of the elements of a list.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    public static Tensor as_tensor(IList<byte> rawArray, ScalarType? dtype = null, Device? device = null) =>
        rawArray is byte[] array ? from_array(array, dtype, device) : tensor(rawArray, dtype, device);

    /// <summary>A tensor without dimensions.</summary>
    /// <param name="scalar">Its element.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(bool scalar, Device? device = null, bool requires_grad = false) =>
        Creation.Copy([scalar], [], null, device, requires_grad);

    /// <summary>A tensor without dimensions, of another type.</summary>
    /// <param name="scalar">Its element.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(bool scalar, ScalarType dtype, Device? device = null, bool requires_grad = false) =>
        Creation.Copy([scalar], [], dtype, device, requires_grad);

    /// <summary>A copy of an array as a tensor of one dimension.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(bool[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<bool>(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of one dimension.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<bool> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<bool>([.. rawArray], [rawArray.Count], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of a shape.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dimensions">The sizes.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<bool> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<bool>([.. rawArray], dimensions, dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of a shape.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dimensions">The sizes.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<bool> rawArray, long[] dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<bool>([.. rawArray], dimensions, dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of one dimension.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dim0">The size.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<bool> rawArray, long dim0, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<bool>([.. rawArray], [dim0], dtype, device, requires_grad);

    /// <summary>A copy of a list as a matrix.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="rows">The first size.</param>
    /// <param name="columns">The second size.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<bool> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<bool>([.. rawArray], [rows, columns], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of three dimensions.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<bool> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<bool>([.. rawArray], [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>A copy of a list as a tensor of four dimensions.</summary>
    /// <param name="rawArray">The elements, row by row.</param>
    /// <param name="dim0">Size 0.</param>
    /// <param name="dim1">Size 1.</param>
    /// <param name="dim2">Size 2.</param>
    /// <param name="dim3">Size 3.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(IList<bool> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Copy<bool>([.. rawArray], [dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>A copy of an array as a matrix.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(bool[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.CopyArray<bool>(rawArray, dtype, device, requires_grad);

    /// <summary>A copy of an array as a tensor of three dimensions.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(bool[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.CopyArray<bool>(rawArray, dtype, device, requires_grad);

    /// <summary>A copy of an array as a tensor of four dimensions.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor tensor(bool[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.CopyArray<bool>(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor that shares the memory of an array, if the type is the same.</summary>
    /// <param name="data">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    public static Tensor as_tensor(bool[] data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device);

    /// <summary>A tensor of the elements of a list.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    public static Tensor as_tensor(IList<bool> rawArray, ScalarType? dtype = null, Device? device = null) =>
        rawArray is bool[] array ? from_array(array, dtype, device) : tensor(rawArray, dtype, device);

    /// <summary>A tensor that shares the memory of an array, if the type is the same.</summary>
    /// <param name="data">The elements.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device);

    /// <summary>The same tensor, in another type if asked.</summary>
    /// <param name="data">The tensor.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device? device = null) => data.to(dtype ?? data.dtype);

    /// <summary>A tensor that shares the memory of an array.</summary>
    /// <param name="rawArray">The elements, of any number of dimensions.</param>
    /// <param name="device">The device.</param>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    /// <summary>A tensor that shares the memory of an array, if the type is the same.</summary>
    /// <param name="rawArray">The elements, of any number of dimensions.</param>
    /// <param name="dtype">The element type, if another.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false) =>
        Creation.Share(rawArray, dtype, requires_grad);
}
