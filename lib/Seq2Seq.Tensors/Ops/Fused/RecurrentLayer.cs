using Seq2Seq.Tensors.Modules;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>One recurrent layer, in one or two directions, over packed or padded rows.</summary>
/// <remarks>
/// rows (N, I), state and cell (D, B, H) or null for zeros; result (N, D · H), last state and cell (D, B, H).
/// The backward direction writes the second half of each result row.
/// </remarks>
internal static unsafe class RecurrentLayer
{
    public static (Tensor Rows, Tensor State, Tensor? Cell) Run(
        RecurrentKind kind, Tensor rows, RowBatches batches, Tensor? state, Tensor? cell, ReadOnlySpan<RecurrentWeights> weights)
    {
        var type = weights[0].Input.dtype;
        CheckType(rows, type);
        CheckType(state, type);
        CheckType(cell, type);
        rows = rows.contiguous();
        state = state?.contiguous();
        cell = cell?.contiguous();
        var hidden = weights[0].Hidden.Sizes[1];
        var directions = weights.Length;
        var output = Tensor.Uninitialized([batches.Rows, directions * hidden], type);
        var last = Tensor.Uninitialized([directions, batches.Largest, hidden], type);
        var lastCell = kind.HasCell() ? Tensor.Uninitialized([directions, batches.Largest, hidden], type) : null;
        var records = GradMode.Enabled && (Tensor.Records(rows, state, cell) || AnyRecords(weights));
        var gates = Tensor.Uninitialized([directions, batches.Rows, kind.Gates() * hidden], type, scoped: false);
        var kept = records && kind.Keeps()
            ? Tensor.Uninitialized([directions, batches.Rows, hidden], type, scoped: false)
            : null;
        if (type == ScalarType.Float32)
            Forward<float>(kind, rows, batches, state, cell, weights, output, last, lastCell, gates, kept);
        else
            Forward<double>(kind, rows, batches, state, cell, weights, output, last, lastCell, gates, kept);
        if (records)
            RecurrentOp.Record(kind, rows, batches, state, cell, weights, output, last, lastCell, gates, kept);
        gates.Dispose();
        kept?.Dispose();
        return (output, last, lastCell);
    }

    private static void Forward<T>(
        RecurrentKind kind,
        Tensor rows,
        RowBatches batches,
        Tensor? state,
        Tensor? cell,
        ReadOnlySpan<RecurrentWeights> weights,
        Tensor output,
        Tensor last,
        Tensor? lastCell,
        Tensor gates,
        Tensor? kept)
        where T : unmanaged
    {
        var (inputs, hidden) = ((int)rows.Sizes[1], (int)last.Sizes[2]);
        var stride = weights.Length * hidden;
        fixed (int* sizes = batches.Sizes)
        {
            for (var d = 0; d < weights.Length; d++)
            {
                var shape = new RecurrentShape(
                    batches.Steps, batches.Largest, inputs, hidden, batches.BatchFirst, reverse: d == 1, sizes);
                using var w = weights[d].Input.Dense();
                using var u = weights[d].Hidden.Dense();
                using var b = weights[d].InputBias?.Dense();
                using var v = weights[d].HiddenBias?.Dense();
                var packedInput = Packed(weights[d].Input, transposed: true);
                var packedHidden = Packed(weights[d].Hidden, transposed: true);
                T* x = At<T>(rows), y = At<T>(output) + (d * hidden);
                T* h0 = Part<T>(state, d), c0 = Part<T>(cell, d), hN = Part<T>(last, d), cN = Part<T>(lastCell, d);
                T* g = Part<T>(gates, d), k = Part<T>(kept, d);
                switch (kind)
                {
                    case RecurrentKind.Lstm:
                        LstmSequence.Forward(
                            shape, x, At<T>(w), At<T>(u), At<T>(b), At<T>(v), h0, c0, y, stride, g, k, hN, cN, packedInput, packedHidden);
                        break;
                    case RecurrentKind.Gru:
                        GruSequence.Forward(
                            shape, x, At<T>(w), At<T>(u), At<T>(b), At<T>(v), h0, y, stride, g, k, hN, packedInput, packedHidden);
                        break;
                    default:
                        RnnSequence.Forward(
                            shape, kind == RecurrentKind.Relu, x, At<T>(w), At<T>(u), At<T>(b), At<T>(v), h0, y, stride, g, hN, packedInput, packedHidden);
                        break;
                }
            }
        }
    }

    /// <summary>The first element, or null if there is no tensor.</summary>
    public static T* At<T>(Tensor? tensor)
        where T : unmanaged => tensor is null ? null : (T*)tensor.Pointer;

    /// <summary>The first element of one direction's part, or null if there is no tensor.</summary>
    public static T* Part<T>(Tensor? tensor, int direction)
        where T : unmanaged => tensor is null ? null : (T*)tensor.Pointer + (direction * (tensor.Count / tensor.Sizes[0]));

    /// <summary>A weight (n, k) as a right operand, packed once for all calls until an optimizer changes it; null if it cannot be.</summary>
    public static PackedMatrix? Packed(Tensor weight, bool transposed)
    {
        if (!weight.Contiguous || weight.dtype != ScalarType.Float32 || weight.Count == 0)
            return null;
        var (rows, columns) = ((int)weight.Sizes[0], (int)weight.Sizes[1]);
        var (k, n) = transposed ? (columns, rows) : (rows, columns);
        return PackedWeights.Get(weight.Storage, weight.Storage.Version, transposed, k, n, (float*)weight.Pointer, columns);
    }

    private static bool AnyRecords(ReadOnlySpan<RecurrentWeights> weights)
    {
        foreach (var w in weights)
        {
            if (Tensor.Records(w.Input, w.Hidden, w.InputBias, w.HiddenBias))
                return true;
        }

        return false;
    }

    private static void CheckType(Tensor? tensor, ScalarType type)
    {
        if (tensor is not null && tensor.dtype != type)
        {
            throw new TensorException(
                $"recurrent layer: the weights are {type} but got {tensor.dtype}; convert one of them with to({type}).");
        }
    }
}
