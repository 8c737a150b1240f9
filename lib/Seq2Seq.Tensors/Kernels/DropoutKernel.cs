using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>y = x / (1 − p) where uniform number i of (seed, offset) is at least p, else 0.</summary>
/// <remarks>The mask is a function of seed, offset and place, so the backward pass draws it again instead of storing it.</remarks>
internal static unsafe class DropoutKernel
{
    private const int Block = 1024;

    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, double p, ulong seed, ulong offset)
        where T : unmanaged
    {
        fixed (T* px = x, py = y)
            Run(new Blocks<T>(px, py, y.Length, p, seed, offset, add: false, fresh: true));
    }

    // dx += dy / (1 − p) where y was kept; what a fresh dx holds is not read.
    public static void Backward<T>(ReadOnlySpan<T> dy, Span<T> dx, double p, ulong seed, ulong offset, bool fresh = false)
        where T : unmanaged
    {
        fixed (T* pdy = dy, pdx = dx)
            Run(new Blocks<T>(pdy, pdx, dx.Length, p, seed, offset, add: true, fresh));
    }

    private static void Run<T>(Blocks<T> body)
        where T : unmanaged => RowChunks.Run(body.Count, Block, ref body);

    private readonly struct Blocks<T>(T* x, T* y, int length, double p, ulong seed, ulong offset, bool add, bool fresh) : IRowBody
        where T : unmanaged
    {
        public int Count => (length + Block - 1) / Block;

        public void Run(int first, int last)
        {
            var single = stackalloc float[Block];
            var wide = stackalloc double[typeof(T) == typeof(double) ? Block : 0];
            for (var block = first; block < last; block++)
            {
                var start = block * Block;
                var count = Math.Min(Block, length - start);
                Philox.Uniform(new Span<float>(single, count), seed, offset + (ulong)(start / 4));
                for (var i = 0; i < count && typeof(T) == typeof(double); i++)
                    wide[i] = single[i];
                var body = new Keep(typeof(T) == typeof(double) ? wide : single, x + start, y + start, (float)p, p < 1 ? 1 / (1 - p) : 0, add, fresh);
                Simd.Run(ref body, count, typeof(T) == typeof(double));
            }
        }
    }

    private readonly struct Keep(void* uniform, void* x, void* y, double p, double scale, bool add, bool fresh) : IRangeBody
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* pu = uniform, px = x, py = y;
            bool adds = add, unread = fresh;
            V level = V.Constant(p), factor = V.Constant(scale);
            for (var j = from; j < to; j += V.Count)
            {
                var value = V.Select(V.GreaterOrEqual(V.Load(pu, j), level), V.Load(px, j) * factor, default);
                V.Store(adds ? (unread ? default : V.Load(py, j)) + value : value, py, j);
            }
        }
    }
}
