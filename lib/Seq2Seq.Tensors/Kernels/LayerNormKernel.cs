using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>Ba, Kiros and Hinton 2016: y = (x − mean) / √(variance + eps) · weight + bias over each row of x (rows, columns).</summary>
/// <remarks>In float or double. weight and bias (columns) may be null. means and scales (rows) are kept for the backward pass.</remarks>
internal static unsafe partial class LayerNormKernel
{
    private const int MostInGroup = 8;

    public static void Forward<T>(
        int rows, int columns, T* x, T* weight, T* bias, double epsilon, T* y, T* means, T* scales)
        where T : unmanaged
    {
        var body = new ForwardRows<T>(columns, x, weight, bias, epsilon, y, means, scales, GroupOf(rows, columns));
        RowChunks.Run(rows, columns, ref body);
    }

    // A fold ends in a long chain: those of some rows run side by side, while the rows stay in the first cache. Where memory is what
    // one waits for, it is better read evenly.
    private static int GroupOf(int rows, int columns) => (long)rows * columns >= 1 << 20 ? 1 : Math.Clamp(2048 / Math.Max(1, columns), 1, MostInGroup);

    private readonly struct ForwardRows<T>(
        int columns, T* x, T* weight, T* bias, double epsilon, T* y, T* means, T* scales, int perGroup) : IRowBody
        where T : unmanaged
    {
        public void Run(int first, int last)
        {
            var isDouble = typeof(T) == typeof(double);
            for (var start = first; start < last; start += perGroup)
            {
                var end = Math.Min(last, start + perGroup);
                for (nint i = start; i < end; i++)
                    Real.Set(means, i, Lanes.Fold(x + i * columns, null, columns, isDouble, 0, new Folds.SumFold()) / columns);
                for (nint i = start; i < end; i++)
                {
                    var deviation = new Folds.DeviationFold(Real.Get(means, i));
                    var variance = Lanes.Fold(x + i * columns, null, columns, isDouble, 0, deviation) / columns;
                    Real.Set(scales, i, 1 / Math.Sqrt(variance + epsilon));
                }

                for (nint i = start; i < end; i++)
                {
                    var body = new Normalise(x + i * columns, weight, bias, y + i * columns, Real.Get(means, i), Real.Get(scales, i));
                    Simd.Run(ref body, columns, isDouble);
                }
            }
        }
    }

    private readonly struct Normalise(void* x, void* weight, void* bias, void* y, double mean, double scale) : IRangeBody
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* px = x, pw = weight, pb = bias, py = y;
            V center = V.Constant(mean), factor = V.Constant(scale);
            if (pw != null && pb != null)
            {
                for (var j = from; j < to; j += V.Count)
                    V.Store((V.Load(px, j) - center) * factor * V.Load(pw, j) + V.Load(pb, j), py, j);
                return;
            }

            for (var j = from; j < to; j += V.Count)
            {
                var n = (V.Load(px, j) - center) * factor;
                if (pw != null)
                    n *= V.Load(pw, j);
                if (pb != null)
                    n += V.Load(pb, j);
                V.Store(n, py, j);
            }
        }
    }
}
