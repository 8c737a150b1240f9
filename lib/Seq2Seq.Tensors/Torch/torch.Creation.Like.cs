namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>Zeros in the shape of another tensor.</summary>
    /// <param name="input">The other.</param>
    /// <param name="dtype">The element type; left out, that of the other.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor zeros_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full(input.Sizes, 0, dtype ?? input.dtype, device, requires_grad);

    /// <summary>Ones in the shape of another tensor.</summary>
    /// <param name="input">The other.</param>
    /// <param name="dtype">The element type; left out, that of the other.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor ones_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full(input.Sizes, 1, dtype ?? input.dtype, device, requires_grad);

    /// <summary>One number in the shape of another tensor.</summary>
    /// <param name="input">The other.</param>
    /// <param name="value">The number.</param>
    /// <param name="dtype">The element type; left out, that of the other.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor full_like(
        Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Full(input.Sizes, value, dtype ?? input.dtype, device, requires_grad);

    /// <summary>Elements that mean nothing yet, in the shape of another tensor.</summary>
    /// <param name="input">The other.</param>
    /// <param name="dtype">The element type; left out, that of the other.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor empty_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Empty(input.Sizes, dtype ?? input.dtype, device, requires_grad);

    /// <summary>Uniform random numbers in the shape of another tensor.</summary>
    /// <param name="input">The other.</param>
    /// <param name="dtype">The element type; left out, that of the other.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Rand(input.Sizes, dtype ?? input.dtype, device, requires_grad, null);

    /// <summary>Normal random numbers in the shape of another tensor.</summary>
    /// <param name="input">The other.</param>
    /// <param name="dtype">The element type; left out, that of the other.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.Randn(input.Sizes, dtype ?? input.dtype, device, requires_grad, null);
}
