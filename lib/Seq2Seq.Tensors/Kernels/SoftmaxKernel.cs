using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>y = eˣ / Σ eˣ over each row of x (rows, columns), in float or double; x and y may be the same memory.</summary>
internal static unsafe class SoftmaxKernel
{
    public static void Forward<T>(ReadOnlySpan<T> x, int rows, int columns, Span<T> y)
        where T : unmanaged
    {
        if (columns == 0)
            return;
        fixed (T* px = x, py = y)
        {
            var body = new ForwardRows<T>(px, columns, py, Streaming.Beyond<T>((long)rows * columns));
            RowChunks.Run(rows, columns, ref body);
        }
    }

    // dx += y · (dy − Σ y dy); what a fresh dx holds is not read.
    public static void Backward<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> dy, int rows, int columns, Span<T> dx, bool fresh = false)
        where T : unmanaged
    {
        if (columns == 0)
            return;
        fixed (T* py = y, pdy = dy, pdx = dx)
        {
            var body = new BackwardRows<T>(py, pdy, columns, pdx, fresh, fresh && Streaming.Beyond<T>((long)rows * columns));
            RowChunks.Run(rows, columns, ref body);
        }
    }

    private readonly struct ForwardRows<T>(T* x, int columns, T* y, bool stream) : IRowBody
        where T : unmanaged
    {
        public void Run(int first, int last)
        {
            var isDouble = typeof(T) == typeof(double);
            var bucket = 0;
            var scratch = stream ? (T*)NativePool.Rent((long)columns * sizeof(T), out bucket) : null;
            for (nint i = first; i < last; i++)
            {
                T* row = x + i * columns, target = y + i * columns, powers = stream ? scratch : target;
                var max = Lanes.Fold(row, null, columns, isDouble, Real.Get(row, 0), new Folds.MaxFold());
                var total = Lanes.Fold(new Powers(row, max, powers), columns, isDouble, 0, stream && i + 1 < last ? row + columns : null);
                var scale = new Scale(powers, Real.Rounded<T>(1 / total), target, stream);
                Simd.Run(ref scale, columns, isDouble, stream ? Streaming.Lead(target) : 0);
            }

            if (!stream)
                return;
            Streaming.Finish();
            NativePool.Return((byte*)scratch, bucket);
        }
    }

    private readonly struct BackwardRows<T>(T* y, T* dy, int columns, T* dx, bool fresh, bool stream) : IRowBody
        where T : unmanaged
    {
        public void Run(int first, int last)
        {
            var isDouble = typeof(T) == typeof(double);
            for (nint i = first; i < last; i++)
            {
                T* row = y + i * columns, slopes = dy + i * columns, target = dx + i * columns;
                var total = Lanes.Fold(row, slopes, columns, isDouble, 0, new Folds.DotFold());
                var body = new Slope(row, slopes, total, target, fresh, stream);
                Simd.Run(ref body, columns, isDouble, stream ? Streaming.Lead(target) : 0);
            }

            if (stream)
                Streaming.Finish();
        }
    }

    // Σ e^(x − max), every power written down.
    private readonly struct Powers(void* x, double max, void* y) : ILaneTerms
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Join<V>(V a, V b)
            where V : unmanaged, IVector<V> => a + b;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Add<V>(V lane, nint i)
            where V : unmanaged, IVector<V>
        {
            var power = VectorMath.Exp(V.Load(x, i) - V.Constant(max));
            V.Store(power, y, i);
            return lane + power;
        }
    }

    private readonly struct Scale(void* x, double factor, void* y, bool stream) : IRangeBody
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* px = x, py = y;
            var scale = V.Constant(factor);
            var past = stream;
            for (var j = from; j < to; j += V.Count)
            {
                if (past)
                    V.Stream(V.Load(px, j) * scale, py, j);
                else
                    V.Store(V.Load(px, j) * scale, py, j);
            }
        }
    }

    private readonly struct Slope(void* y, void* dy, double total, void* dx, bool fresh, bool stream) : IRangeBody
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* py = y, pdy = dy, pdx = dx;
            var level = V.Constant(total);
            bool unread = fresh, past = stream;
            for (var j = from; j < to; j += V.Count)
            {
                var slope = V.MultiplyAdd(V.Load(py, j), V.Load(pdy, j) - level, unread ? default : V.Load(pdx, j));
                if (past)
                    V.Stream(slope, pdx, j);
                else
                    V.Store(slope, pdx, j);
            }
        }
    }
}
