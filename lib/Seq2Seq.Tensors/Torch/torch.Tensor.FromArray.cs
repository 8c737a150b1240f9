namespace Seq2Seq.Tensors;

public static partial class torch
{
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
