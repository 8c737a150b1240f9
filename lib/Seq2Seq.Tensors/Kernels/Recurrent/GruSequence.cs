namespace Seq2Seq.Tensors;

/// <summary>A GRU layer, one direction, over whole sequences, in float or double.</summary>
/// <remarks>
/// x (rows, I), weights (3 H, I) and (3 H, H), gates (rows, 3 H), saved: state parts of the candidate (rows, H);
/// y (rows, H) with yStride elements from row to row (2 H for one half of a bidirectional output), states (B, H).
/// Rows: see <see cref="RecurrentShape"/>. Null is allowed for biases, initial states (zeros), incoming gradients (zeros) and
/// outgoing gradients (not wanted); saved may be null when no backward pass follows. y must not be changed before the backward pass, which adds to
/// its results. packedInput and packedHidden come from <see cref="PackedWeights"/> when weights serve several calls: transposed for the
/// forward pass, as they are for the backward pass.
/// </remarks>
internal static unsafe class GruSequence
{
    public static void Forward<T>(
        in RecurrentShape shape, T* x, T* weightInput, T* weightHidden, T* biasInput, T* biasHidden, T* h0,
        T* y, nint yStride, T* gates, T* saved, T* hN, PackedMatrix? packedInput = null, PackedMatrix? packedHidden = null)
        where T : unmanaged
    {
        RecurrentSequence<T, GruCell>.Forward(
            shape, x, weightInput, weightHidden, biasInput, biasHidden, h0, null, y, yStride, gates, saved, hN, null,
            packedInput, packedHidden);
    }

    public static void Backward<T>(
        in RecurrentShape shape, T* x, T* weightInput, T* weightHidden, T* h0, T* y, nint yStride, T* gates, T* saved,
        T* dy, nint dyStride, T* dhN,
        T* dx, T* dWeightInput, T* dWeightHidden, T* dBiasInput, T* dBiasHidden, T* dh0,
        PackedMatrix? packedInput = null, PackedMatrix? packedHidden = null, BackwardTargets anew = default, LateWeights late = default)
        where T : unmanaged
    {
        RecurrentSequence<T, GruCell>.Backward(
            shape, x, weightInput, weightHidden, h0, null, y, yStride, gates, saved, dy, dyStride, dhN, null,
            dx, dWeightInput, dWeightHidden, dBiasInput, dBiasHidden, dh0, null, packedInput, packedHidden, anew, late);
    }
}
