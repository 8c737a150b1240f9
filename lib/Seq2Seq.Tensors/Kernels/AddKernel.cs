using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>y = a + b, element by element, with a scalar, a row or a column in the place of either.</summary>
internal static class AddKernel
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

    // y += alpha · x.
    public static void AddScaled(Span<float> y, ReadOnlySpan<float> x, float alpha) =>
        Elementwise.Map<Scaled>(x, y, y, new Scaled(alpha));

    // y += x.
    public static void AddTo(Span<float> y, ReadOnlySpan<float> x) => Elementwise.Map<Function>(y, x, y);

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

    // y += alpha · x.
    public static void AddScaled(Span<double> y, ReadOnlySpan<double> x, double alpha) =>
        Elementwise.Map<Scaled>(x, y, y, new Scaled(alpha));

    // y += x.
    public static void AddTo(Span<double> y, ReadOnlySpan<double> x) => Elementwise.Map<Function>(y, x, y);

    private readonly struct Function : IFunction2
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V a, V b)
            where V : unmanaged, IVector<V> => a + b;
    }

    private readonly struct Scaled(double alpha) : IFunction2
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V a, V b)
            where V : unmanaged, IVector<V> => V.MultiplyAdd(a, V.Constant(alpha), b);
    }
}
