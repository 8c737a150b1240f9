using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>Softmax of one row in place, where minus infinity marks what is masked; all masked gives zeros.</summary>
internal static unsafe class MaskedSoftmax
{
    public static void Row(void* row, int length, bool isDouble)
    {
        if (length == 0)
            return;
        var max = Lanes.Fold(row, null, length, isDouble, double.NegativeInfinity, new Folds.MaxFold());
        if (double.IsNegativeInfinity(max))
        {
            new Span<byte>(row, length * (isDouble ? sizeof(double) : sizeof(float))).Clear();
            return;
        }

        var exp = new ShiftedExp(row, max);
        Simd.Run(ref exp, length, isDouble);
        var scale = new Scale(row, 1 / Lanes.Fold(row, null, length, isDouble, 0, new Folds.SumFold()));
        Simd.Run(ref scale, length, isDouble);
    }

    private readonly struct ShiftedExp(void* row, double max) : IRangeBody
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            var p = row;
            var shift = V.Constant(max);
            for (var j = from; j < to; j += V.Count)
                V.Store(VectorMath.Exp(V.Load(p, j) - shift), p, j);
        }
    }

    private readonly struct Scale(void* row, double factor) : IRangeBody
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            var p = row;
            var scale = V.Constant(factor);
            for (var j = from; j < to; j += V.Count)
                V.Store(V.Load(p, j) * scale, p, j);
        }
    }
}
