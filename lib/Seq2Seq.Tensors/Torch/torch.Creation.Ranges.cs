namespace Seq2Seq.Tensors;

public static partial class torch
{
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
