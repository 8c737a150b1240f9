using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>One step of one recurrent layer, without gradients, in float: rows (R, I) that go on from states (P, H).</summary>
internal static unsafe class RecurrentBranch
{
    /// <summary>True if the step has a kernel of its own; otherwise it is a sequence of one.</summary>
    public static bool Serves(Tensor rows, Tensor state, Tensor? cell, RecurrentWeights weights) =>
        rows.dtype == ScalarType.Float32 && state.dtype == ScalarType.Float32 && cell is not { dtype: not ScalarType.Float32 }
        && weights.Input is { dtype: ScalarType.Float32, Contiguous: true } && weights.Hidden.Contiguous && rows.Count > 0 && state.Count > 0
        && !(GradMode.Enabled && (Tensor.Records(rows, state, cell)
            || Tensor.Records(weights.Input, weights.Hidden, weights.InputBias, weights.HiddenBias)));

    /// <param name="kind">Which recurrence.</param>
    /// <param name="rows">(R, I).</param>
    /// <param name="state">(P, H).</param>
    /// <param name="cell">(P, H), for an LSTM.</param>
    /// <param name="from">Int64 (R), each from 0 to P - 1: the state that a row goes on from; null if each has its own.</param>
    /// <param name="weights">The layer's.</param>
    /// <returns>The new states, (R, H).</returns>
    public static (Tensor State, Tensor? Cell) Run(
        RecurrentKind kind, Tensor rows, Tensor state, Tensor? cell, Tensor? from, RecurrentWeights weights)
    {
        using var x = rows.Dense();
        using var h = state.Dense();
        using var c = cell?.Dense();
        using var origins = from?.Dense();
        using var w = weights.Input.Dense();
        using var u = weights.Hidden.Dense();
        using var b = weights.InputBias?.Dense();
        using var v = weights.HiddenBias?.Dense();
        var (packedInput, packedHidden) = (RecurrentLayer.Packed(w, transposed: true)!, RecurrentLayer.Packed(u, transposed: true)!);
        var (count, states) = ((int)x.Sizes[0], (int)h.Sizes[0]);
        var y = Tensor.Uninitialized([count, u.Sizes[1]], ScalarType.Float32);
        var cN = kind.HasCell() ? Tensor.Uninitialized([count, u.Sizes[1]], ScalarType.Float32) : null;
        float* px = At(x), pb = At(b), pv = At(v), ph = At(h), pc = At(c), py = At(y), pcN = At(cN);
        var pf = RecurrentLayer.At<long>(origins);
        switch (kind)
        {
            case RecurrentKind.Lstm:
                RecurrentStep<LstmCell>.Forward(count, states, px, packedInput, packedHidden, pb, pv, ph, pc, pf, py, pcN);
                break;
            case RecurrentKind.Gru:
                RecurrentStep<GruCell>.Forward(count, states, px, packedInput, packedHidden, pb, pv, ph, pc, pf, py, pcN);
                break;
            case RecurrentKind.Tanh:
                RecurrentStep<TanhCell>.Forward(count, states, px, packedInput, packedHidden, pb, pv, ph, pc, pf, py, pcN);
                break;
            default:
                RecurrentStep<ReluCell>.Forward(count, states, px, packedInput, packedHidden, pb, pv, ph, pc, pf, py, pcN);
                break;
        }

        return (y, cN);
    }

    /// <summary>The same for inputs that begin with the embeddings of tokens, ids Int64 (R), and go on with <paramref name="rest"/> (R, I − E), if any.</summary>
    /// <returns>The new states, (R, H), or null where the tokens' parts are too many to keep.</returns>
    public static (Tensor State, Tensor? Cell)? Run(
        RecurrentKind kind, TokenInputs tokens, Tensor ids, Tensor? rest, Tensor state, Tensor? cell, Tensor? from, RecurrentWeights weights)
    {
        using var numbers = ids.Dense();
        using var x = rest?.Dense();
        using var h = state.Dense();
        using var c = cell?.Dense();
        using var origins = from?.Dense();
        using var u = weights.Hidden.Dense();
        using var v = weights.HiddenBias?.Dense();
        var (count, states) = ((int)numbers.Count, (int)h.Sizes[0]);
        var places = (int*)NativePool.Rent(count * sizeof(int), out var bucket);
        var parts = tokens.Of(numbers.Span<long>(), weights, places);
        if (parts == null)
        {
            NativePool.Return((byte*)places, bucket);
            return null;
        }

        int embedding = (int)tokens.Table.Sizes[1], inputs = (int)weights.Input.Sizes[1], width = (int)weights.Input.Sizes[0];
        var packedInput = x is null ? null : PackedWeights.Get(
            weights.Input.Storage, weights.Input.Storage.Version, true, inputs - embedding, width, (float*)weights.Input.Pointer + embedding, inputs);
        var packedHidden = RecurrentLayer.Packed(u, transposed: true)!;
        var y = Tensor.Uninitialized([count, u.Sizes[1]], ScalarType.Float32);
        var cN = kind.HasCell() ? Tensor.Uninitialized([count, u.Sizes[1]], ScalarType.Float32) : null;
        float* px = At(x), pv = At(v), ph = At(h), pc = At(c), py = At(y), pcN = At(cN);
        var pf = RecurrentLayer.At<long>(origins);
        if (kind == RecurrentKind.Lstm)
            RecurrentStep<LstmCell>.Forward(count, states, px, packedInput, packedHidden, null, pv, ph, pc, pf, py, pcN, parts, places);
        else if (kind == RecurrentKind.Gru)
            RecurrentStep<GruCell>.Forward(count, states, px, packedInput, packedHidden, null, pv, ph, pc, pf, py, pcN, parts, places);
        else
            throw new InvalidOperationException(kind.ToString());
        NativePool.Return((byte*)places, bucket);
        GC.KeepAlive(tokens);
        GC.KeepAlive(weights.Input);
        return (y, cN);
    }

    private static float* At(Tensor? tensor) => RecurrentLayer.At<float>(tensor);
}
