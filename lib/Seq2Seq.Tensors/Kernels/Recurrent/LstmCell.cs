using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>Hochreiter and Schmidhuber 1997 with a forget gate: c = f c + i g, h = o tanh c; gates in the order i, f, g, o.</summary>
internal readonly unsafe struct LstmCell : IRecurrentCell
{
    public static int Gates => 4;

    public static bool HasCell => true;

    public static bool HasStateGradient => false;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<V>(in CellForward row, nint from, nint to)
        where V : unmanaged, IVector<V>
    {
        void* gates = row.Gates, state = row.StatePart, hidden = row.Hidden, cell = row.Cell, y = row.Output, saved = row.Saved;
        nint size = row.Size, next = row.NextRow * Gates * size;
        for (var j = from; j < to; j += V.Count)
        {
            NextRow.Fetch<V>(gates, next + j, size, Gates);
            var i = VectorMath.Sigmoid(V.Load(gates, j) + V.Load(state, j));
            var f = VectorMath.Sigmoid(V.Load(gates, size + j) + V.Load(state, size + j));
            var g = VectorMath.Tanh(V.Load(gates, 2 * size + j) + V.Load(state, 2 * size + j));
            var o = VectorMath.Sigmoid(V.Load(gates, 3 * size + j) + V.Load(state, 3 * size + j));
            var c = V.MultiplyAdd(f, V.Load(cell, j), i * g);
            var h = o * VectorMath.Tanh(c);
            V.Store(i, gates, j);
            V.Store(f, gates, size + j);
            V.Store(g, gates, 2 * size + j);
            V.Store(o, gates, 3 * size + j);
            V.Store(c, cell, j);
            if (saved != null)
                V.Store(c, saved, j);
            V.Store(h, hidden, j);
            V.Store(h, y, j);
        }
    }

    // do = dh tanh c, dc += dh o (1 − tanh² c), df = dc c₋₁, di = dc g, dg = dc i; each times the slope of its activation.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward<V>(in CellBackward row, nint from, nint to)
        where V : unmanaged, IVector<V>
    {
        void* gates = row.Gates, saved = row.Saved, before = row.CellBefore, dy = row.DOutput;
        void* dhidden = row.DHidden, dcell = row.DCell, dgates = row.DGates;
        nint size = row.Size, next = row.NextRow * size, nextDy = row.NextDOutput;
        var one = V.Constant(1);
        for (var j = from; j < to; j += V.Count)
        {
            NextRow.Fetch<V>(gates, Gates * next + j, size, Gates);
            NextRow.Fetch<V>(saved, next + j, size, 1);
            NextRow.Fetch<V>(dy, nextDy + j, 0, 1);
            var i = V.Load(gates, j);
            var f = V.Load(gates, size + j);
            var g = V.Load(gates, 2 * size + j);
            var o = V.Load(gates, 3 * size + j);
            var dh = V.Load(dhidden, j);
            if (dy != null)
                dh += V.Load(dy, j);
            var tanh = VectorMath.Tanh(V.Load(saved, j));
            var dc = V.MultiplyAdd(dh * o, one - tanh * tanh, V.Load(dcell, j));
            V.Store(dc * g * (i * (one - i)), dgates, j);
            V.Store(dc * V.Load(before, j) * (f * (one - f)), dgates, size + j);
            V.Store(dc * i * (one - g * g), dgates, 2 * size + j);
            V.Store(dh * tanh * (o * (one - o)), dgates, 3 * size + j);
            V.Store(dc * f, dcell, j);
            V.Store(default(V), dhidden, j);
        }
    }
}
