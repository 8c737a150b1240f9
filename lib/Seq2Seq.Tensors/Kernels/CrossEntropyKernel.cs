using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>Softmax and cross-entropy of class numbers in one pass over the logits (rows, classes), in float or double.</summary>
/// <remarks>
/// Row i with target t: losses[i] = (1 − s) w[t] (L − x[t]) + s / C · Σ w[c] (L − x[c]), L = ln Σ eˣ, s the smoothing; 0 where
/// t is <c>ignore</c>. w (classes) may be null for ones. Targets must have passed <see cref="FirstBadTarget"/>. The mean over a batch
/// divides by Σ w[t] over rows that are not ignored; the caller does that, with a scale for the backward pass.
/// </remarks>
internal static unsafe class CrossEntropyKernel
{
    /// <summary>Where the first target is neither <paramref name="ignore"/> nor a class, or -1.</summary>
    public static int FirstBadTarget(ReadOnlySpan<long> targets, int classes, long ignore)
    {
        for (var i = 0; i < targets.Length; i++)
        {
            if (targets[i] != ignore && (ulong)targets[i] >= (ulong)classes)
                return i;
        }

        return -1;
    }

    /// <summary>losses (rows) and, for the backward pass, logSums (rows) = ln Σ eˣ.</summary>
    public static void Forward<T>(
        int rows, int classes, T* x, long* targets, T* weights, long ignore, double smoothing, T* losses, T* logSums)
        where T : unmanaged
    {
        var body = new ForwardRows<T>(classes, x, targets, weights, ignore, smoothing, Total(weights, classes), losses, logSums);
        RowChunks.Run(rows, classes, ref body);
    }

    /// <summary>dx (rows, classes) += dLosses[i] · d losses[i] / dx; dLosses (rows) or, when <paramref name="oneGradient"/>, a single number.</summary>
    public static void Backward<T>(
        int rows, int classes, T* x, long* targets, T* weights, long ignore, double smoothing, T* logSums, T* dLosses, bool oneGradient, T* dx,
        bool fresh = false)
        where T : unmanaged
    {
        var body = new BackwardRows<T>(
            classes, x, targets, weights, ignore, smoothing, Total(weights, classes), logSums, dLosses, oneGradient, dx, fresh);
        RowChunks.Run(rows, classes, ref body);
    }

    private static double Total<T>(T* weights, int classes)
        where T : unmanaged =>
        weights == null ? classes : Lanes.Fold(weights, null, classes, typeof(T) == typeof(double), 0, new Folds.SumFold());

    private static double Get<T>(T* p, nint i)
        where T : unmanaged => typeof(T) == typeof(double) ? ((double*)p)[i] : ((float*)p)[i];

    private static void Set<T>(T* p, nint i, double value)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
            ((double*)p)[i] = value;
        else
            ((float*)p)[i] = (float)value;
    }

    private readonly struct ForwardRows<T>(
        int classes, T* x, long* targets, T* weights, long ignore, double smoothing, double total, T* losses, T* logSums) : IRowBody
        where T : unmanaged
    {
        public void Run(int first, int last)
        {
            var isDouble = typeof(T) == typeof(double);
            for (var i = first; i < last; i++)
            {
                var row = x + (nint)i * classes;
                var max = Lanes.Fold(row, null, classes, isDouble, Get(row, 0), new Folds.MaxFold());
                var sum = Lanes.Fold(row, null, classes, isDouble, 0, new Folds.ExpFold(max));
                var log = max + DoubleMath.Log(sum);
                Set(logSums, i, log);
                var target = targets[i];
                if (target == ignore)
                {
                    Set(losses, i, 0);
                    continue;
                }

                var weight = weights == null ? 1 : Get(weights, (nint)target);
                var loss = (1 - smoothing) * weight * (log - Get(row, (nint)target));
                if (smoothing != 0)
                {
                    var inner = weights == null
                        ? Lanes.Fold(row, null, classes, isDouble, 0, new Folds.SumFold())
                        : Lanes.Fold(row, weights, classes, isDouble, 0, new Folds.DotFold());
                    loss += smoothing / classes * (total * log - inner);
                }

                Set(losses, i, loss);
            }
        }
    }

    private readonly struct BackwardRows<T>(
        int classes, T* x, long* targets, T* weights, long ignore, double smoothing, double total, T* logSums, T* dLosses,
        bool oneGradient, T* dx, bool fresh) : IRowBody
        where T : unmanaged
    {
        public void Run(int first, int last)
        {
            for (var i = first; i < last; i++)
            {
                var target = targets[i];
                if (fresh)
                    new Span<T>(dx + (nint)i * classes, classes).Clear();
                if (target == ignore)
                    continue;
                var gradient = Get(dLosses, oneGradient ? 0 : i);
                var weight = weights == null ? 1 : Get(weights, (nint)target);
                var spread = smoothing / classes;
                var shrink = (1 - smoothing) * weight;
                var row = (nint)i * classes;
                var body = new Slope(
                    x + row, weights, dx + row, Get(logSums, i), gradient * (shrink + spread * total), gradient * spread);
                Simd.Run(ref body, classes, typeof(T) == typeof(double));
                Set(dx, row + (nint)target, Get(dx, row + (nint)target) - gradient * shrink);
            }
        }
    }

    // dx += scale · e^(x − log) − spread · w.
    private readonly struct Slope(void* x, void* weights, void* dx, double log, double scale, double spread) : IRangeBody
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* px = x, pdx = dx, pw = weights;
            var spreads = spread != 0;
            V shift = V.Constant(log), factor = V.Constant(scale), even = V.Constant(-spread);
            for (var j = from; j < to; j += V.Count)
            {
                var d = V.MultiplyAdd(factor, VectorMath.Exp(V.Load(px, j) - shift), V.Load(pdx, j));
                if (spreads)
                    d = V.MultiplyAdd(even, pw == null ? V.Constant(1) : V.Load(pw, j), d);
                V.Store(d, pdx, j);
            }
        }
    }
}
