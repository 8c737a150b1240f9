using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>y = ln Σ eˣ over each row of x (rows, columns).</summary>
internal static class LogSumExpKernel
{
    /// <summary>ln Σ eˣ of one row; minus infinity of nothing.</summary>
    public static float Row(ReadOnlySpan<float> x)
    {
        if (x.Length == 0)
            return float.NegativeInfinity;
        var max = ReduceKernel.Max(x);
        return float.IsInfinity(max) ? max : max + VectorMath.Log(new Float1(ReduceKernel.SumExp(x, max))).Value;
    }

    public static void Forward(ReadOnlySpan<float> x, int rows, int columns, Span<float> y)
    {
        for (var row = 0; row < rows; row++)
            y[row] = Row(x.Slice(row * columns, columns));
    }

    // dx += dy · e^(x − y).
    public static void Backward(
        ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, int rows, int columns, Span<float> dx)
    {
        for (var row = 0; row < rows; row++)
        {
            var target = dx.Slice(row * columns, columns);
            Elementwise.Map(x.Slice(row * columns, columns), target, target, new Slope(dy[row], y[row]));
        }
    }

    /// <summary>ln Σ eˣ of one row; minus infinity of nothing.</summary>
    public static double Row(ReadOnlySpan<double> x)
    {
        if (x.Length == 0)
            return double.NegativeInfinity;
        var max = ReduceKernel.Max(x);
        return double.IsInfinity(max) ? max : max + VectorMath.Log(new Double1(ReduceKernel.SumExp(x, max))).Value;
    }

    public static void Forward(ReadOnlySpan<double> x, int rows, int columns, Span<double> y)
    {
        for (var row = 0; row < rows; row++)
            y[row] = Row(x.Slice(row * columns, columns));
    }

    // dx += dy · e^(x − y).
    public static void Backward(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> dy, int rows, int columns, Span<double> dx)
    {
        for (var row = 0; row < rows; row++)
        {
            var target = dx.Slice(row * columns, columns);
            Elementwise.Map(x.Slice(row * columns, columns), target, target, new Slope(dy[row], y[row]));
        }
    }

    private readonly struct Slope(double dy, double y) : IFunction2
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V x, V dx)
            where V : unmanaged, IVector<V> => V.MultiplyAdd(V.Constant(dy), VectorMath.Exp(x - V.Constant(y)), dx);
    }
}
