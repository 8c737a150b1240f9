using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>y = the smaller of a and b; a NaN wins, element by element, with a scalar, a row or a column in the place of either.</summary>
internal static class MinimumKernel
{
    public static void Forward(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y) =>
        Elementwise.Map<Function>(a, b, y);

    public static void Forward(ReadOnlySpan<float> a, float b, Span<float> y) => Elementwise.MapRight<Function>(a, b, y);

    public static void Forward(float a, ReadOnlySpan<float> b, Span<float> y) => Elementwise.MapLeft<Function>(a, b, y);

    // y (rows, columns) = a (rows, columns) with the one row b (columns).
    public static void ForwardRows(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y) =>
        Elementwise.MapRows<Function>(a, b, y);

    // y (rows, columns) = a (rows, columns) with the one column b (rows).
    public static void ForwardColumns(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y) =>
        Elementwise.MapColumns<Function>(a, b, y);

    public static void Forward(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> y) =>
        Elementwise.Map<Function>(a, b, y);

    public static void Forward(ReadOnlySpan<double> a, double b, Span<double> y) => Elementwise.MapRight<Function>(a, b, y);

    public static void Forward(double a, ReadOnlySpan<double> b, Span<double> y) => Elementwise.MapLeft<Function>(a, b, y);

    // y (rows, columns) = a (rows, columns) with the one row b (columns).
    public static void ForwardRows(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> y) =>
        Elementwise.MapRows<Function>(a, b, y);

    // y (rows, columns) = a (rows, columns) with the one column b (rows).
    public static void ForwardColumns(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> y) =>
        Elementwise.MapColumns<Function>(a, b, y);

    private readonly struct Function : IFunction2
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V a, V b)
            where V : unmanaged, IVector<V> => V.Select(V.Greater(b, a), a, V.Select(V.Equal(a, a), b, a));
    }
}
