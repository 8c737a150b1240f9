using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>Ba, Kiros and Hinton 2016: y = (x − mean) / √(variance + eps) · weight + bias over each row of x (rows, columns).</summary>
/// <remarks>In float or double. weight and bias (columns) may be null. means and scales (rows) are kept for the backward pass.</remarks>
internal static unsafe partial class LayerNormKernel
{
    public static void Forward<T>(
        int rows, int columns, T* x, T* weight, T* bias, double epsilon, T* y, T* means, T* scales)
        where T : unmanaged
    {
        var body = new ForwardRows<T>(columns, x, weight, bias, epsilon, y, means, scales);
        RowChunks.Run(rows, columns, ref body);
    }

    private readonly struct ForwardRows<T>(
        int columns, T* x, T* weight, T* bias, double epsilon, T* y, T* means, T* scales) : IRowBody
        where T : unmanaged
    {
        public void Run(int first, int last)
        {
            var isDouble = typeof(T) == typeof(double);
            for (var i = first; i < last; i++)
            {
                var row = x + (nint)i * columns;
                var mean = Real.Rounded<T>(Lanes.Fold(row, null, columns, isDouble, 0, new Folds.SumFold()) / columns);
                var variance = Lanes.Fold(row, null, columns, isDouble, 0, new Folds.DeviationFold(mean)) / columns;
                var scale = Real.Rounded<T>(1 / Math.Sqrt(variance + epsilon));
                Real.Set(means, i, mean);
                Real.Set(scales, i, scale);
                var body = new Normalise(row, weight, bias, y + (nint)i * columns, mean, scale);
                Simd.Run(ref body, columns, isDouble);
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
