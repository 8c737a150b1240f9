using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>y = eˣ / Σ eˣ over each row of x (rows, columns).</summary>
internal static unsafe class SoftmaxKernel
{
    public static void Forward(ReadOnlySpan<float> x, int rows, int columns, Span<float> y)
    {
        if (columns == 0)
            return;
        fixed (float* px = x, py = y)
        {
            var body = new ForwardRowsSingle(px, columns, py);
            RowChunks.Run(rows, columns, ref body);
        }
    }

    public static void Forward(ReadOnlySpan<double> x, int rows, int columns, Span<double> y)
    {
        if (columns == 0)
            return;
        fixed (double* px = x, py = y)
        {
            var body = new ForwardRowsDouble(px, columns, py);
            RowChunks.Run(rows, columns, ref body);
        }
    }

    // dx += y · (dy − Σ y dy).
    public static void Backward(
        ReadOnlySpan<float> y, ReadOnlySpan<float> dy, int rows, int columns, Span<float> dx, bool fresh = false)
    {
        if (columns == 0)
            return;
        fixed (float* py = y, pdy = dy, pdx = dx)
        {
            var body = new BackwardRowsSingle(py, pdy, columns, pdx, fresh);
            RowChunks.Run(rows, columns, ref body);
        }
    }

    public static void Backward(
        ReadOnlySpan<double> y, ReadOnlySpan<double> dy, int rows, int columns, Span<double> dx, bool fresh = false)
    {
        if (columns == 0)
            return;
        fixed (double* py = y, pdy = dy, pdx = dx)
        {
            var body = new BackwardRowsDouble(py, pdy, columns, pdx, fresh);
            RowChunks.Run(rows, columns, ref body);
        }
    }

    private readonly struct ForwardRowsSingle(float* x, int columns, float* y) : IRowBody
    {
        public void Run(int first, int last)
        {
            for (var row = first; row < last; row++)
            {
                var xRow = new Span<float>(x + (nint)row * columns, columns);
                var yRow = new Span<float>(y + (nint)row * columns, columns);
                var exp = new ShiftedExp(x + (nint)row * columns, y + (nint)row * columns, ReduceKernel.Max(xRow));
                Simd.Run(ref exp, columns, isDouble: false);
                MulKernel.Forward(yRow, 1 / ReduceKernel.Sum(yRow), yRow);
            }
        }
    }

    private readonly struct BackwardRowsSingle(float* y, float* dy, int columns, float* dx, bool fresh) : IRowBody
    {
        public void Run(int first, int last)
        {
            for (var row = first; row < last; row++)
            {
                var yRow = new Span<float>(y + (nint)row * columns, columns);
                var dyRow = new Span<float>(dy + (nint)row * columns, columns);
                var dxRow = new Span<float>(dx + (nint)row * columns, columns);
                Elementwise.Map(yRow, dyRow, fresh ? default : dxRow, dxRow, new Slope(ReduceKernel.Dot(yRow, dyRow)));
            }
        }
    }

    private readonly struct ForwardRowsDouble(double* x, int columns, double* y) : IRowBody
    {
        public void Run(int first, int last)
        {
            for (var row = first; row < last; row++)
            {
                var xRow = new Span<double>(x + (nint)row * columns, columns);
                var yRow = new Span<double>(y + (nint)row * columns, columns);
                var exp = new ShiftedExp(x + (nint)row * columns, y + (nint)row * columns, ReduceKernel.Max(xRow));
                Simd.Run(ref exp, columns, isDouble: true);
                MulKernel.Forward(yRow, 1 / ReduceKernel.Sum(yRow), yRow);
            }
        }
    }

    private readonly struct BackwardRowsDouble(double* y, double* dy, int columns, double* dx, bool fresh) : IRowBody
    {
        public void Run(int first, int last)
        {
            for (var row = first; row < last; row++)
            {
                var yRow = new Span<double>(y + (nint)row * columns, columns);
                var dyRow = new Span<double>(dy + (nint)row * columns, columns);
                var dxRow = new Span<double>(dx + (nint)row * columns, columns);
                Elementwise.Map(yRow, dyRow, fresh ? default : dxRow, dxRow, new Slope(ReduceKernel.Dot(yRow, dyRow)));
            }
        }
    }

    // y = e^(x − max)
    private readonly struct ShiftedExp(void* x, void* y, double max) : IRangeBody
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* px = x, py = y;
            var shift = V.Constant(max);
            for (var j = from; j < to; j += V.Count)
                V.Store(VectorMath.Exp(V.Load(px, j) - shift), py, j);
        }
    }

    private readonly struct Slope(double total) : IFunction3
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V y, V dy, V dx)
            where V : unmanaged, IVector<V> => V.MultiplyAdd(y, dy - V.Constant(total), dx);
    }
}
