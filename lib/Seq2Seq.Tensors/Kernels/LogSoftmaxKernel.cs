using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>y = x − ln Σ eˣ over each row of x (rows, columns), in float or double.</summary>
internal static unsafe class LogSoftmaxKernel
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

    // dx += dy − eʸ Σ dy; what a fresh dx holds is not read.
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
            for (nint i = first; i < last; i++)
            {
                T* row = x + i * columns, target = y + i * columns;
                var max = Lanes.Fold(row, null, columns, isDouble, Real.Get(row, 0), new Folds.MaxFold());
                var sum = Lanes.Fold(row, null, columns, isDouble, 0, new Folds.ExpFold(max), stream && i + 1 < last ? row + columns : null);
                var log = isDouble ? DoubleMath.Log(sum) : VectorMath.Log(new Float1((float)sum)).Value;
                var body = new Shift(row, max, log, target, stream);
                Simd.Run(ref body, columns, isDouble, stream ? Streaming.Lead(target) : 0);
            }

            if (stream)
                Streaming.Finish();
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
                T* slopes = dy + i * columns, target = dx + i * columns;
                var total = Lanes.Fold(slopes, null, columns, isDouble, 0, new Folds.SumFold());
                var body = new Slope(y + i * columns, slopes, total, target, fresh, stream);
                Simd.Run(ref body, columns, isDouble, stream ? Streaming.Lead(target) : 0);
            }

            if (stream)
                Streaming.Finish();
        }
    }

    private readonly struct Shift(void* x, double max, double log, void* y, bool stream) : IRangeBody
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* px = x, py = y;
            V top = V.Constant(max), total = V.Constant(log);
            var past = stream;
            for (var j = from; j < to; j += V.Count)
            {
                if (past)
                    V.Stream(V.Load(px, j) - top - total, py, j);
                else
                    V.Store(V.Load(px, j) - top - total, py, j);
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
            var sum = V.Constant(total);
            bool unread = fresh, past = stream;
            for (var j = from; j < to; j += V.Count)
            {
                var slope = (unread ? default : V.Load(pdx, j)) + (V.Load(pdy, j) - VectorMath.Exp(V.Load(py, j)) * sum);
                if (past)
                    V.Stream(slope, pdx, j);
                else
                    V.Store(slope, pdx, j);
            }
        }
    }
}
