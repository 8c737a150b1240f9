using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>One step of gradient descent with momentum, decay and Nesterov's look-ahead over one parameter in a single pass.</summary>
internal static unsafe class SgdKernel
{
    /// <summary>
    /// g' = g + decay · p; b = momentum · b + (1 − dampening) · g' (b = g' on the first step); p −= rate · (b, or g' + momentum · b with
    /// Nesterov). An empty buffer means no momentum: p −= rate · g'. g is the gradient times scale; if rows are given, these are its
    /// rows that are not zero.
    /// </summary>
    public static void Step<T>(
        Span<T> parameter, ReadOnlySpan<T> gradient, Span<T> buffer, bool first, double rate, double momentum, double dampening,
        double decay, bool nesterov, bool maximize = false, double scale = 1, RowGradient? rows = null)
        where T : unmanaged
    {
        fixed (T* p = parameter, g = gradient, b = buffer)
        {
            var body = new Chunk(
                p, g, buffer.IsEmpty ? null : b, -rate, first ? 0 : momentum, first ? 1 : 1 - dampening, momentum, decay, nesterov, scale, maximize ? -1 : 1,
                sizeof(T));
            if (rows is null)
            {
                Chunked.Run(ref body, parameter.Length, typeof(T) == typeof(double));
                return;
            }

            // p + (−rate) · 0 is p, and −0 stays −0. (An infinite weight stays one, as in PyTorch, where the sum over all gives NaN.)
            var skipsZeros = buffer.IsEmpty && decay == 0 && !maximize && double.IsFinite(rate) && scale >= 0 && double.IsFinite(scale);
            RowSteps.Run(ref body, rows, skipsZeros);
        }
    }

    private readonly struct Chunk(
        void* p, void* g, void* b, double rate, double keep, double take, double momentum, double decay, bool nesterov, double scale, double sign,
        int size) : IStepBody<Chunk>
    {
        public Chunk From(nint start, void* slope) => new(
            (byte*)p + start * size, slope, b == null ? null : (byte*)b + start * size, rate, keep, take, momentum, decay, nesterov, scale, sign, size);

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* pp = p, pg = g, pb = b;
            V step = V.Constant(rate), old = V.Constant(keep), fresh = V.Constant(take), ahead = V.Constant(momentum);
            V shrink = V.Constant(decay), factor = V.Constant(scale), direction = V.Constant(sign);
            for (var j = from; j < to; j += V.Count)
            {
                var x = V.Load(pp, j);
                var slope = pg == null ? default : V.Load(pg, j);
                var d = V.MultiplyAdd(shrink, x, slope * factor * direction);
                if (pb != null)
                {
                    // keep is 0 on the first step, when the buffer holds nothing yet.
                    var velocity = keep == 0 ? fresh * d : V.MultiplyAdd(old, V.Load(pb, j), fresh * d);
                    V.Store(velocity, pb, j);
                    d = nesterov ? V.MultiplyAdd(ahead, velocity, d) : velocity;
                }

                V.Store(V.MultiplyAdd(step, d, x), pp, j);
            }
        }
    }
}
