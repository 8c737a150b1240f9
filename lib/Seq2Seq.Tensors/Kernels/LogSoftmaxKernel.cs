using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>y = x − ln Σ eˣ over each row of x (rows, columns).</summary>
internal static unsafe class LogSoftmaxKernel
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

    // dx += dy − eʸ Σ dy.
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
                var max = ReduceKernel.Max(xRow);
                var total = VectorMath.Log(new Float1(ReduceKernel.SumExp(xRow, max))).Value;
                Elementwise.Map(xRow, yRow, new Shift(max, total));
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
                Elementwise.Map(yRow, dyRow, fresh ? default : dxRow, dxRow, new Slope(ReduceKernel.Sum(dyRow)));
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
                var max = ReduceKernel.Max(xRow);
                var total = VectorMath.Log(new Double1(ReduceKernel.SumExp(xRow, max))).Value;
                Elementwise.Map(xRow, yRow, new Shift(max, total));
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
                Elementwise.Map(yRow, dyRow, fresh ? default : dxRow, dxRow, new Slope(ReduceKernel.Sum(dyRow)));
            }
        }
    }

    private readonly struct Shift(double max, double total) : IFunction1
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V x)
            where V : unmanaged, IVector<V> => x - V.Constant(max) - V.Constant(total);
    }

    private readonly struct Slope(double total) : IFunction3
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V y, V dy, V dx)
            where V : unmanaged, IVector<V> => dx + (dy - VectorMath.Exp(y) * V.Constant(total));
    }
}
