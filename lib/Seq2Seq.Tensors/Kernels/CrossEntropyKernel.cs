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
    /// <remarks>If dx is fresh, its column sums (classes) can be had on the way: the rows added up from zero, in their order.</remarks>
    public static void Backward<T>(
        int rows, int classes, T* x, long* targets, T* weights, long ignore, double smoothing, T* logSums, T* dLosses, bool oneGradient, T* dx,
        bool fresh = false, T* sums = null)
        where T : unmanaged
    {
        var body = new BackwardRows<T>(
            rows, classes, x, targets, weights, ignore, smoothing, Total(weights, classes), logSums, dLosses, oneGradient, dx, fresh,
            fresh && Streaming.Beyond<T>((long)rows * classes), sums);
        if (sums == null)
        {
            RowChunks.Run(rows, classes, ref body);
            return;
        }

        new Span<T>(sums, classes).Clear();
        Workers.For(body.ColumnGroups, ref body);
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
        int rows, int classes, T* x, long* targets, T* weights, long ignore, double smoothing, double total, T* logSums, T* dLosses,
        bool oneGradient, T* dx, bool fresh, bool stream, T* sums) : IRowBody, IChunkBody
        where T : unmanaged
    {
        // Column sums of so many numbers stay in the first cache, beside a row's piece.
        private const int MostColumns = 4096;
        private const int LeastColumns = 512;
        private const int Line = 16;

        public int ColumnGroups => (classes + ColumnGroup - 1) / ColumnGroup;

        private int ColumnGroup => Math.Clamp(classes / (2 * Workers.ThreadCount), LeastColumns, MostColumns) / Line * Line + Line;

        public void Run(int group)
        {
            var (first, width) = ((nint)group * ColumnGroup, ColumnGroup);
            for (var i = 0; i < rows; i++)
                Row(i, first, Math.Min(width, classes - first));
            if (stream)
                Streaming.Finish();
        }

        public void Run(int first, int last)
        {
            for (nint i = first; i < last; i++)
                Row(i, 0, classes);
            if (stream)
                Streaming.Finish();
        }

        // Some columns of row i.
        private void Row(nint i, nint first, nint count)
        {
            var isDouble = typeof(T) == typeof(double);
            var target = (nint)targets[i] - first;
            T* row = x + i * classes + first, slopes = dx + i * classes + first;
            if (targets[i] == ignore)
            {
                if (fresh)
                    new Span<T>(slopes, (int)count).Clear();
                return;
            }

            var gradient = Real.Get(dLosses, oneGradient ? 0 : i);
            var weight = weights == null ? 1 : Real.Get(weights, (nint)targets[i]);
            var spread = smoothing / classes;
            var shrink = (1 - smoothing) * weight;
            var body = new Slope(
                row, weights == null ? null : weights + first, Real.Get(logSums, i), gradient * (shrink + spread * total), gradient * spread,
                slopes, fresh, stream, sums == null ? null : sums + first, i + 1 < rows ? classes : 0);

            // The target's own slope, and its column's sum, are set apart first: what was streamed is far away.
            var isHere = target >= 0 && target < count;
            T own = isHere ? slopes[target] : default, sum = isHere && sums != null ? sums[first + target] : default;
            if (isHere)
            {
                var one = body.At<T>(target, &own);
                Simd.Run(ref one, 1, isDouble);
                Real.Set(&own, 0, Real.Get(&own, 0) - gradient * shrink);
            }

            Simd.Run(ref body, count, isDouble, stream ? Streaming.Lead(slopes) : 0);
            if (!isHere)
                return;
            slopes[target] = own;
            if (sums != null)
                Real.Set(sums, first + target, Real.Get(&sum, 0) + Real.Get(&own, 0));
        }
    }

    // dx += scale · e^(x − log) − spread · w.
    private readonly struct Slope(
        void* x, void* weights, double log, double scale, double spread, void* dx, bool fresh, bool stream, void* sums, nint nextRow) : IRangeBody
    {
        /// <summary>The same for number i alone, into <paramref name="to"/>.</summary>
        public Slope At<T>(nint i, T* to)
            where T : unmanaged => new((T*)x + i, weights == null ? null : (T*)weights + i, log, scale, spread, to, fresh, stream: false, null, 0);

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* px = x, pdx = dx, pw = weights, py = sums;
            bool spreads = spread != 0, unread = fresh, past = stream;
            V shift = V.Constant(log), factor = V.Constant(scale), even = V.Constant(-spread);
            for (var j = from; j < to; j += V.Count)
            {
                var d = V.MultiplyAdd(factor, VectorMath.Exp(V.Load(px, j) - shift), unread ? default : V.Load(pdx, j));
                if (spreads)
                    d = V.MultiplyAdd(even, pw == null ? V.Constant(1) : V.Load(pw, j), d);
                if (py != null)
                {
                    // The next row's piece lies too far away for the processor to foresee.
                    NextRow.Fetch<V>(px, j + nextRow, V.Count, 1);
                    V.Store(V.Load(py, j) + d, py, j);
                }

                if (past)
                    V.Stream(d, pdx, j);
                else
                    V.Store(d, pdx, j);
            }
        }
    }
}
