using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>Kingma and Ba 2015, one step over one parameter in a single pass; with decoupled decay, Loshchilov and Hutter 2019 (AdamW).</summary>
internal static unsafe class AdamKernel
{
    /// <summary>
    /// g' = g + decay · p (or p −= rate · decay · p when decoupled); m = β₁ m + (1 − β₁) g', v = β₂ v + (1 − β₂) g'²;
    /// p −= rate / (1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + eps). largest (may be null) keeps the largest v so far and takes its place (AMSGrad).
    /// g is the gradient times scale; if rows are given, these are its rows that are not zero.
    /// </summary>
    public static void Step<T>(
        Span<T> parameter, ReadOnlySpan<T> gradient, Span<T> mean, Span<T> square, Span<T> largest, long step, double rate,
        double beta1, double beta2, double epsilon, double decay, bool decoupled, bool maximize = false,
        double scale = 1, RowGradient? rows = null)
        where T : unmanaged
    {
        fixed (T* p = parameter, g = gradient, m = mean, v = square, l = largest)
        {
            var constants = new Constants(
                beta1, beta2, epsilon,
                decoupled ? 0 : decay,
                decoupled ? 1 - rate * decay : 1,
                -rate / (1 - DoubleMath.Pow(beta1, step)),
                1 / Math.Sqrt(1 - DoubleMath.Pow(beta2, step)),
                scale,
                maximize ? -1 : 1);
            var body = new Chunk(p, g, m, v, largest.IsEmpty ? null : l, sizeof(T), constants);
            if (rows is null)
                Chunked.Run(ref body, parameter.Length, typeof(T) == typeof(double));
            else
                RowSteps.Run(ref body, rows, skipsZeros: false);
        }
    }

    private readonly record struct Constants(
        double Beta1, double Beta2, double Epsilon, double Decay, double Keep, double Rate, double RootScale, double Scale, double Sign);

    private readonly struct Chunk(void* p, void* g, void* m, void* v, void* largest, int size, Constants c) : IStepBody<Chunk>
    {
        public Chunk From(nint start, void* slope)
        {
            start *= size;
            return new Chunk(
                (byte*)p + start, slope, (byte*)m + start, (byte*)v + start, largest == null ? null : (byte*)largest + start, size, c);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* pp = p, pg = g, pm = m, pv = v;
            V b1 = V.Constant(c.Beta1), n1 = V.Constant(1 - c.Beta1), b2 = V.Constant(c.Beta2), n2 = V.Constant(1 - c.Beta2);
            V decay = V.Constant(c.Decay), keep = V.Constant(c.Keep), rate = V.Constant(c.Rate);
            V root = V.Constant(c.RootScale), epsilon = V.Constant(c.Epsilon);
            V scale = V.Constant(c.Scale), sign = V.Constant(c.Sign);
            for (var j = from; j < to; j += V.Count)
            {
                var x = V.Load(pp, j);
                var slope = pg == null ? default : V.Load(pg, j);
                var d = V.MultiplyAdd(decay, x, slope * scale * sign);
                var mean = V.MultiplyAdd(b1, V.Load(pm, j), n1 * d);
                var square = V.MultiplyAdd(b2, V.Load(pv, j), n2 * d * d);
                V.Store(mean, pm, j);
                V.Store(square, pv, j);
                if (largest != null)
                {
                    var past = V.Load(largest, j);
                    square = V.Select(V.Greater(past, square), past, square);
                    V.Store(square, largest, j);
                }

                var size = V.MultiplyAdd(V.Sqrt(square), root, epsilon);
                V.Store(V.MultiplyAdd(rate, mean / size, x * keep), pp, j);
            }
        }
    }
}
