using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>y = x held between low and high; a NaN stays, element by element.</summary>
internal static class ClampKernel
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, double low, double high) =>
        Elementwise.Map<Function>(x, y, new Function(low, high));

    public static void Forward(ReadOnlySpan<double> x, Span<double> y, double low, double high) =>
        Elementwise.Map<Function>(x, y, new Function(low, high));

    // dx += dy where low ≤ x ≤ high.
    public static void Backward(
        ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx, double low, double high) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx, new Derivative(low, high));

    public static void Backward(
        ReadOnlySpan<double> x, ReadOnlySpan<double> dy, Span<double> dx, double low, double high) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx, new Derivative(low, high));

    private readonly struct Function(double low, double high) : IFunction1
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V a)
            where V : unmanaged, IVector<V> => V.Select(V.Greater(V.Constant(low), a), V.Constant(low), V.Select(V.Greater(a, V.Constant(high)), V.Constant(high), a));
    }

    private readonly struct Derivative(double low, double high) : IFunction3
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V s, V dy, V dx)
            where V : unmanaged, IVector<V> => dx + V.Select(V.GreaterOrEqual(s, V.Constant(low)), V.Select(V.GreaterOrEqual(V.Constant(high), s), dy, V.Constant(0)), V.Constant(0));
    }
}
