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
        var body = new ForwardRows<T>(classes, x, targets, weights, ignore, smoothing, Total(weights, classes), losses, logSums,
            Streaming.Beyond<T>((long)rows * classes));
        RowChunks.Run(rows, classes, ref body);
    }

    /// <summary>dx (rows, classes) += dLosses[i] · d losses[i] / dx; dLosses (rows) or, when <paramref name="oneGradient"/>, a single number.</summary>
    public static void Backward<T>(
        int rows, int classes, T* x, long* targets, T* weights, long ignore, double smoothing, T* logSums, T* dLosses, bool oneGradient, T* dx,
        bool fresh = false)
        where T : unmanaged
    {
        var body = new BackwardRows<T>(
            classes, x, targets, weights, ignore, smoothing, Total(weights, classes), logSums, dLosses, oneGradient, dx, fresh,
            fresh && Streaming.Beyond<T>((long)rows * classes));
        RowChunks.Run(rows, classes, ref body);
    }

    private static double Total<T>(T* weights, int classes)
        where T : unmanaged =>
        weights == null ? classes : Lanes.Fold(weights, null, classes, typeof(T) == typeof(double), 0, new Folds.SumFold());

    private readonly struct ForwardRows<T>(
        int classes, T* x, long* targets, T* weights, long ignore, double smoothing, double total, T* losses, T* logSums,
        bool beyond) : IRowBody
        where T : unmanaged
    {
        public void Run(int first, int last)
        {
            var isDouble = typeof(T) == typeof(double);
            for (var i = first; i < last; i++)
            {
                var row = x + (nint)i * classes;
                var max = Lanes.Fold(row, null, classes, isDouble, Real.Get(row, 0), new Folds.MaxFold());
                var sum = Lanes.Fold(row, null, classes, isDouble, 0, new Folds.ExpFold(max), beyond && i + 1 < last ? row + classes : null);
                var log = max + DoubleMath.Log(sum);
                Real.Set(logSums, i, log);
                var target = targets[i];
                if (target == ignore)
                {
                    Real.Set(losses, i, 0);
                    continue;
                }

                var weight = weights == null ? 1 : Real.Get(weights, (nint)target);
                var loss = (1 - smoothing) * weight * (log - Real.Get(row, (nint)target));
                if (smoothing != 0)
                {
                    var inner = weights == null
                        ? Lanes.Fold(row, null, classes, isDouble, 0, new Folds.SumFold())
                        : Lanes.Fold(row, weights, classes, isDouble, 0, new Folds.DotFold());
                    loss += smoothing / classes * (total * log - inner);
                }

                Real.Set(losses, i, loss);
            }
        }
    }

    private readonly struct BackwardRows<T>(
        int classes, T* x, long* targets, T* weights, long ignore, double smoothing, double total, T* logSums, T* dLosses,
        bool oneGradient, T* dx, bool fresh, bool stream) : IRowBody
        where T : unmanaged
    {
        public void Run(int first, int last)
        {
            var isDouble = typeof(T) == typeof(double);
            for (nint i = first; i < last; i++)
            {
                var target = (nint)targets[i];
                T* row = x + i * classes, slopes = dx + i * classes;
                if (targets[i] == ignore)
                {
                    if (fresh)
                        new Span<T>(slopes, classes).Clear();
                    continue;
                }

                var gradient = Real.Get(dLosses, oneGradient ? 0 : i);
                var weight = weights == null ? 1 : Real.Get(weights, target);
                var spread = smoothing / classes;
                var shrink = (1 - smoothing) * weight;
                var body = new Slope(row, weights, Real.Get(logSums, i), gradient * (shrink + spread * total), gradient * spread, slopes, fresh, stream);

                // The target's own slope is set apart first: what was streamed is far away.
                var own = slopes[target];
                var one = body.At<T>(target, &own);
                Simd.Run(ref one, 1, isDouble);
                Simd.Run(ref body, classes, isDouble, stream ? Streaming.Lead(slopes) : 0);
                Real.Set(slopes, target, Real.Get(&own, 0) - gradient * shrink);
            }

            if (stream)
                Streaming.Finish();
        }
    }

    // dx += scale · e^(x − log) − spread · w.
    private readonly struct Slope(
        void* x, void* weights, double log, double scale, double spread, void* dx, bool fresh, bool stream) : IRangeBody
    {
        /// <summary>The same for number i alone, into <paramref name="to"/>.</summary>
        public Slope At<T>(nint i, T* to)
            where T : unmanaged => new((T*)x + i, weights == null ? null : (T*)weights + i, log, scale, spread, to, fresh, stream: false);

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* px = x, pdx = dx, pw = weights;
            bool spreads = spread != 0, unread = fresh, past = stream;
            V shift = V.Constant(log), factor = V.Constant(scale), even = V.Constant(-spread);
            for (var j = from; j < to; j += V.Count)
            {
                var d = V.MultiplyAdd(factor, VectorMath.Exp(V.Load(px, j) - shift), unread ? default : V.Load(pdx, j));
                if (spreads)
                    d = V.MultiplyAdd(even, pw == null ? V.Constant(1) : V.Load(pw, j), d);
                if (past)
                    V.Stream(d, pdx, j);
                else
                    V.Store(d, pdx, j);
            }
        }
    }
}
