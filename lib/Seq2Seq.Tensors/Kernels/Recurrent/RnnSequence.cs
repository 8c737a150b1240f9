namespace Seq2Seq.Tensors;

/// <summary>A plain RNN with tanh or ReLU layer, one direction, over whole sequences, in float or double.</summary>
/// <remarks>
/// x (rows, I), weights (H, I) and (H, H), gates: work space (rows, H), nothing else saved;
/// y (rows, H) with yStride elements from row to row (2 H for one half of a bidirectional output), states (B, H).
/// Rows: see <see cref="RecurrentShape"/>. Null is allowed for biases, initial states (zeros), incoming gradients (zeros) and
/// outgoing gradients (not wanted). y must not be changed before the backward pass, which adds to
/// its results. packedInput and packedHidden come from <see cref="PackedWeights"/> when weights serve several calls: transposed for the
/// forward pass, as they are for the backward pass.
/// </remarks>
internal static unsafe class RnnSequence
{
    public static void Forward<T>(
        in RecurrentShape shape, bool relu, T* x, T* weightInput, T* weightHidden, T* biasInput, T* biasHidden, T* h0,
        T* y, nint yStride, T* gates, T* hN, PackedMatrix? packedInput = null, PackedMatrix? packedHidden = null)
        where T : unmanaged
    {
        if (relu)
            RecurrentSequence<T, ReluCell>.Forward(
                shape, x, weightInput, weightHidden, biasInput, biasHidden, h0, null, y, yStride, gates, null, hN, null,
                packedInput, packedHidden);
        else
            RecurrentSequence<T, TanhCell>.Forward(
                shape, x, weightInput, weightHidden, biasInput, biasHidden, h0, null, y, yStride, gates, null, hN, null,
                packedInput, packedHidden);
    }

    public static void Backward<T>(
        in RecurrentShape shape, bool relu, T* x, T* weightInput, T* weightHidden, T* h0, T* y, nint yStride, T* gates,
        T* dy, nint dyStride, T* dhN,
        T* dx, T* dWeightInput, T* dWeightHidden, T* dBiasInput, T* dBiasHidden, T* dh0,
        PackedMatrix? packedInput = null, PackedMatrix? packedHidden = null, BackwardTargets anew = default, LateWeights late = default)
        where T : unmanaged
    {
        if (relu)
            RecurrentSequence<T, ReluCell>.Backward(
                shape, x, weightInput, weightHidden, h0, null, y, yStride, gates, null, dy, dyStride, dhN, null,
                dx, dWeightInput, dWeightHidden, dBiasInput, dBiasHidden, dh0, null, packedInput, packedHidden, anew, late);
        else
            RecurrentSequence<T, TanhCell>.Backward(
                shape, x, weightInput, weightHidden, h0, null, y, yStride, gates, null, dy, dyStride, dhN, null,
                dx, dWeightInput, dWeightHidden, dBiasInput, dBiasHidden, dh0, null, packedInput, packedHidden, anew, late);
    }
}
