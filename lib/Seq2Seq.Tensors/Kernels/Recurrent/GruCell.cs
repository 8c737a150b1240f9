using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>Cho et al. 2014 in cuDNN's form: n = tanh(x part + r · state part), h = (1 − z) n + z h; gates in the order r, z, n.</summary>
internal readonly unsafe struct GruCell : IRecurrentCell
{
    public static int Gates => 3;

    public static bool HasCell => false;

    public static bool HasStateGradient => true;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<V>(in CellForward row, nint from, nint to)
        where V : unmanaged, IVector<V>
    {
        void* gates = row.Gates, state = row.StatePart, hidden = row.Hidden, y = row.Output, saved = row.Saved;
        nint size = row.Size, next = row.NextRow * Gates * size;
        for (var j = from; j < to; j += V.Count)
        {
            NextRow.Fetch<V>(gates, next + j, size, Gates);
            var r = VectorMath.Sigmoid(V.Load(gates, j) + V.Load(state, j));
            var z = VectorMath.Sigmoid(V.Load(gates, size + j) + V.Load(state, size + j));
            var part = V.Load(state, 2 * size + j);
            var n = VectorMath.Tanh(V.MultiplyAdd(r, part, V.Load(gates, 2 * size + j)));
            var h = V.MultiplyAdd(z, V.Load(hidden, j) - n, n);
            V.Store(r, gates, j);
            V.Store(z, gates, size + j);
            V.Store(n, gates, 2 * size + j);
            if (saved != null)
                V.Store(part, saved, j);
            V.Store(h, hidden, j);
            V.Store(h, y, j);
        }
    }

    // dn = dh (1 − z), dz = dh (h₋₁ − n), dr = dn · state part; the state's part of n gets dn · r.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward<V>(in CellBackward row, nint from, nint to)
        where V : unmanaged, IVector<V>
    {
        void* gates = row.Gates, saved = row.Saved, before = row.HiddenBefore, dy = row.DOutput;
        void* dhidden = row.DHidden, dgates = row.DGates, dstate = row.DStatePart;
        nint size = row.Size, next = row.NextRow * size, nextDy = row.NextDOutput;
        var one = V.Constant(1);
        for (var j = from; j < to; j += V.Count)
        {
            NextRow.Fetch<V>(gates, Gates * next + j, size, Gates);
            NextRow.Fetch<V>(saved, next + j, size, 1);
            NextRow.Fetch<V>(dy, nextDy + j, 0, 1);
            var r = V.Load(gates, j);
            var z = V.Load(gates, size + j);
            var n = V.Load(gates, 2 * size + j);
            var dh = V.Load(dhidden, j);
            if (dy != null)
                dh += V.Load(dy, j);
            var dn = dh * (one - z) * (one - n * n);
            var dz = dh * (V.Load(before, j) - n) * (z * (one - z));
            var dr = dn * V.Load(saved, j) * (r * (one - r));
            V.Store(dr, dgates, j);
            V.Store(dz, dgates, size + j);
            V.Store(dn, dgates, 2 * size + j);
            V.Store(dn * r, dstate, j);
            V.Store(dh * z, dhidden, j);
        }
    }
}
