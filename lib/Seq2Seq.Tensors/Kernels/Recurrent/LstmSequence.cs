namespace Seq2Seq.Tensors;

/// <summary>An LSTM layer, one direction, over whole sequences, in float or double.</summary>
/// <remarks>
/// x (rows, I), weights (4 H, I) and (4 H, H), gates (rows, 4 H), saved: cell states (rows, H);
/// y (rows, H) with yStride elements from row to row (2 H for one half of a bidirectional output), states (B, H).
/// Rows: see <see cref="RecurrentShape"/>. Null is allowed for biases, initial states (zeros), incoming gradients (zeros) and
/// outgoing gradients (not wanted); saved may be null when no backward pass follows. y must not be changed before the backward pass, which adds to
/// its results. packedInput and packedHidden come from <see cref="PackedWeights"/> when weights serve several calls: transposed for the
/// forward pass, as they are for the backward pass.
/// </remarks>
internal static unsafe class LstmSequence
{
    public static void Forward<T>(
        in RecurrentShape shape, T* x, T* weightInput, T* weightHidden, T* biasInput, T* biasHidden, T* h0, T* c0,
        T* y, nint yStride, T* gates, T* saved, T* hN, T* cN, PackedMatrix? packedInput = null, PackedMatrix? packedHidden = null)
        where T : unmanaged
    {
        RecurrentSequence<T, LstmCell>.Forward(
            shape, x, weightInput, weightHidden, biasInput, biasHidden, h0, c0, y, yStride, gates, saved, hN, cN,
            packedInput, packedHidden);
    }

    public static void Backward<T>(
        in RecurrentShape shape, T* x, T* weightInput, T* weightHidden, T* h0, T* c0, T* y, nint yStride, T* gates, T* saved,
        T* dy, nint dyStride, T* dhN, T* dcN,
        T* dx, T* dWeightInput, T* dWeightHidden, T* dBiasInput, T* dBiasHidden, T* dh0, T* dc0,
        PackedMatrix? packedInput = null, PackedMatrix? packedHidden = null, BackwardTargets anew = default, LateWeights late = default)
        where T : unmanaged
    {
        RecurrentSequence<T, LstmCell>.Backward(
            shape, x, weightInput, weightHidden, h0, c0, y, yStride, gates, saved, dy, dyStride, dhN, dcN,
            dx, dWeightInput, dWeightHidden, dBiasInput, dBiasHidden, dh0, dc0, packedInput, packedHidden, anew, late);
    }
}
