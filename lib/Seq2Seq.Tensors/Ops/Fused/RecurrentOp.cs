using Seq2Seq.Tensors.Modules;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>A recurrent layer over whole sequences; outputs are its rows, last state and, for an LSTM, last cell.</summary>
/// <remarks>Inputs: rows, weights (four, or two without biases, per direction), then state and cell if they were given.</remarks>
internal sealed unsafe class RecurrentOp : Op
{
    private readonly RecurrentKind _kind;
    private readonly RowBatches _batches;
    private int[]? _sizes;
    private readonly int _directions;
    private readonly int _perDirection;
    private readonly bool _hasState;
    private readonly bool _hasCell;

    private RecurrentOp(
        RecurrentKind kind, RowBatches batches, int directions, int perDirection, bool hasState, bool hasCell,
        ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> saves)
        : base(inputs, saves)
    {
        (_kind, _batches, _directions, _perDirection) = (kind, batches.In(ref _sizes), directions, perDirection);
        (_hasState, _hasCell) = (hasState, hasCell);
    }

    public static void Record(
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
    {
        Room inputRoom = default, savedRoom = default;
        Span<Tensor> inputs = inputRoom, saves = savedRoom;
        var (i, s) = (0, 0);
        inputs[i++] = saves[s++] = rows;
        (saves[s++], saves[s++]) = (output, gates);
        foreach (var w in weights)
        {
            inputs[i++] = saves[s++] = w.Input;
            inputs[i++] = saves[s++] = w.Hidden;
            if (w.InputBias is not null)
                (inputs[i++], inputs[i++]) = (w.InputBias, w.HiddenBias!);
        }

        if (state is not null)
            inputs[i++] = saves[s++] = state;
        if (cell is not null)
            inputs[i++] = saves[s++] = cell;
        if (kept is not null)
            saves[s++] = kept;
        var op = Recorded.Recurrent(
            kind,
            batches,
            weights.Length,
            weights[0].InputBias is null ? 2 : 4,
            state is not null,
            cell is not null,
            inputs[..i],
            saves[..s]);
        if (lastCell is null)
            op.Attach(output, last);
        else
            op.Attach(output, last, lastCell);
    }

    public override bool ReadsStrided => true;

    public override void Backward(Tensor?[] dys)
    {
        if (InputType(0) == ScalarType.Float32)
            Backward<float>(dys);
        else
            Backward<double>(dys);
    }

    private void Backward<T>(Tensor?[] dys)
        where T : unmanaged
    {
        using var dy = dys[0]?.SpacedMatrix();
        using var dState = dys[1]?.Dense();
        using var dCell = dys.Length > 2 ? dys[2]?.Dense() : null;
        var (rows, output, gates) = (Saved(0), Saved(1), Saved(2));
        var next = 3 + (2 * _directions);
        var state = _hasState ? Saved(next++) : null;
        var cell = _hasCell ? Saved(next++) : null;
        var kept = _kind.Keeps() ? Saved(next) : null;
        var (inputs, hidden) = ((int)rows.Sizes[1], (int)(output.Sizes[1] / _directions));
        var stateInput = 1 + (_perDirection * _directions);
        var (dH0, dC0) = (Wanted(_hasState, stateInput), Wanted(_hasCell, stateInput + (_hasState ? 1 : 0)));
        nint stride = _directions * hidden, slopeStride = dy?.RowStep ?? 0;
        fixed (int* sizes = _batches.Sizes)
        {
            for (var d = 0; d < _directions; d++)
            {
                var shape = new RecurrentShape(
                    _batches.Steps, _batches.Largest, inputs, hidden, _batches.BatchFirst, reverse: d == 1, sizes);
                using var w = Saved(3 + (2 * d)).Dense();
                using var u = Saved(4 + (2 * d)).Dense();
                var first = 1 + (d * _perDirection);
                T* x = RecurrentLayer.At<T>(rows), y = RecurrentLayer.At<T>(output) + (d * hidden);
                T* slope = dy is null ? null : RecurrentLayer.At<T>(dy) + (d * hidden);
                T* h0 = RecurrentLayer.Part<T>(state, d), c0 = RecurrentLayer.Part<T>(cell, d);
                T* g = RecurrentLayer.Part<T>(gates, d), k = RecurrentLayer.Part<T>(kept, d);
                T* dhN = RecurrentLayer.Part<T>(dState, d), dcN = RecurrentLayer.Part<T>(dCell, d);
                T* dh0 = RecurrentLayer.Part<T>(dH0, d), dc0 = RecurrentLayer.Part<T>(dC0, d);
                var late = new LateWeights(Late(first, shape.Rows), Late(first + 1, shape.Rows));
                bool newW = false, newU = false;
                T* dx = Product<T>(0, out var newX);
                T* dw = late.Input is null ? Product<T>(first, out newW) : null;
                T* du = late.Hidden is null ? Product<T>(first + 1, out newU) : null;
                T* db = Sum<T>(first + 2), dv = Sum<T>(first + 3);
                var anew = new BackwardTargets(IsLast, newX, newW, newU);
                T* pw = RecurrentLayer.At<T>(w), pu = RecurrentLayer.At<T>(u);
                var packedInput = dx == null ? null : RecurrentLayer.Packed(w, transposed: false);
                var packedHidden = RecurrentLayer.Packed(u, transposed: false);
                switch (_kind)
                {
                    case RecurrentKind.Lstm:
                        LstmSequence.Backward(
                            shape, x, pw, pu, h0, c0, y, stride, g, k, slope, slopeStride, dhN, dcN, dx, dw, du, db, dv, dh0, dc0,
                            packedInput, packedHidden, anew, late);
                        break;
                    case RecurrentKind.Gru:
                        GruSequence.Backward(
                            shape, x, pw, pu, h0, y, stride, g, k, slope, slopeStride, dhN, dx, dw, du, db, dv, dh0,
                            packedInput, packedHidden, anew, late);
                        break;
                    default:
                        RnnSequence.Backward(
                            shape, _kind == RecurrentKind.Relu, x, pw, pu, h0, y, stride, g, slope, slopeStride, dhN, dx, dw, du, db, dv, dh0,
                            packedInput, packedHidden, anew, late);
                        break;
                }
            }
        }
    }

    private Tensor? Wanted(bool given, int input) => given && Wants(input) ? Buffer(input) : null;

    private T* Product<T>(int input, out bool fresh)
        where T : unmanaged
    {
        fresh = false;
        return Wants(input) ? (T*)Buffer(input, out fresh).Pointer : null;
    }

    private T* Sum<T>(int input)
        where T : unmanaged => RecurrentLayer.At<T>(Wanted(_perDirection == 4, input));

    // Rows, four weights in each of two directions, state and cell; of what is saved there is no more.
    [System.Runtime.CompilerServices.InlineArray(11)]
    private struct Room
    {
        private Tensor _first;
    }
}
