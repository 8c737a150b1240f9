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

    /// <summary>0, 1, ... before stop.</summary>
    /// <param name="stop">The end, not included.</param>
    /// <param name="dtype">The element type; left out, Int64 for integers.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Sequences.Arange(0, stop, 1, dtype, requires_grad);

    /// <summary>start, start + 1, ... before stop.</summary>
    /// <param name="start">The first.</param>
    /// <param name="stop">The end, not included.</param>
    /// <param name="dtype">The element type; left out, Int64 for integers.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor arange(
        Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Sequences.Arange(start, stop, 1, dtype, requires_grad);

    /// <summary>start, start + step, ... before stop.</summary>
    /// <param name="start">The first.</param>
    /// <param name="stop">The end, not included.</param>
    /// <param name="step">How far the next is.</param>
    /// <param name="dtype">The element type; left out, Int64 for integers.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor arange(
        Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Sequences.Arange(start, stop, step, dtype, requires_grad);

    /// <summary>Numbers at equal distances from start to end, both included.</summary>
    /// <param name="start">The first.</param>
    /// <param name="end">The last.</param>
    /// <param name="steps">How many.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor linspace(
        double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Sequences.Linspace(start, end, steps, dtype, requires_grad);

    /// <summary>The identity matrix.</summary>
    /// <param name="rows">How many rows.</param>
    /// <param name="columns">How many columns; left out, as many.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    public static Tensor eye(
        long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var matrix = Creation.Full([rows, columns < 0 ? rows : columns], 0, dtype ?? get_default_dtype(), device, false);
        using (no_grad())
        {
            using var diagonal = matrix.diagonal();
            diagonal.fill_(1);
        }

        return Creation.Finish(matrix, requires_grad);
    }
}
