using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>Elman 1990: h = tanh(x part + state part).</summary>
internal readonly unsafe struct TanhCell : IRecurrentCell
{
    public static int Gates => 1;

    public static bool HasCell => false;

    public static bool HasStateGradient => false;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<V>(in CellForward row, nint from, nint to)
        where V : unmanaged, IVector<V>
    {
        for (var j = from; j < to; j += V.Count)
        {
            var h = VectorMath.Tanh(V.Load(row.Gates, j) + V.Load(row.StatePart, j));
            V.Store(h, row.Hidden, j);
            V.Store(h, row.Output, j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward<V>(in CellBackward row, nint from, nint to)
        where V : unmanaged, IVector<V>
    {
        for (var j = from; j < to; j += V.Count)
        {
            var h = V.Load(row.Output, j);
            var dh = V.Load(row.DHidden, j);
            if (row.DOutput != null)
                dh += V.Load(row.DOutput, j);
            V.Store(dh * (V.Constant(1) - h * h), row.DGates, j);
            V.Store(default(V), row.DHidden, j);
        }
    }
}

/// <summary>h = max(x part + state part, 0).</summary>
internal readonly unsafe struct ReluCell : IRecurrentCell
{
    public static int Gates => 1;

    public static bool HasCell => false;

    public static bool HasStateGradient => false;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<V>(in CellForward row, nint from, nint to)
        where V : unmanaged, IVector<V>
    {
        for (var j = from; j < to; j += V.Count)
        {
            var sum = V.Load(row.Gates, j) + V.Load(row.StatePart, j);
            var h = V.Select(V.GreaterOrEqual(default, sum), default, sum);
            V.Store(h, row.Hidden, j);
            V.Store(h, row.Output, j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward<V>(in CellBackward row, nint from, nint to)
        where V : unmanaged, IVector<V>
    {
        for (var j = from; j < to; j += V.Count)
        {
            var dh = V.Load(row.DHidden, j);
            if (row.DOutput != null)
                dh += V.Load(row.DOutput, j);
            V.Store(V.Select(V.Greater(V.Load(row.Output, j), default), dh, default), row.DGates, j);
            V.Store(default(V), row.DHidden, j);
        }
    }
}
