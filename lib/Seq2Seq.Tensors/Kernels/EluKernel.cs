using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>y = x where x > 0, else alpha (eˣ − 1), element by element.</summary>
internal static class EluKernel
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, double alpha) =>
        Elementwise.Map<Function>(x, y, new Function(alpha));

    public static void Forward(ReadOnlySpan<double> x, Span<double> y, double alpha) =>
        Elementwise.Map<Function>(x, y, new Function(alpha));

    // dx += dy where x > 0, else dy · alpha eˣ.
    public static void Backward(
        ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx, double alpha) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx, new Derivative(alpha));

    public static void Backward(
        ReadOnlySpan<double> x, ReadOnlySpan<double> dy, Span<double> dx, double alpha) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx, new Derivative(alpha));

    private readonly struct Function(double alpha) : IFunction1
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V a)
            where V : unmanaged, IVector<V> => V.Select(V.Greater(a, V.Constant(0)), a, V.Constant(alpha) * VectorMath.Expm1(a));
    }

    private readonly struct Derivative(double alpha) : IFunction3
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V s, V dy, V dx)
            where V : unmanaged, IVector<V> => dx + V.Select(V.Greater(s, V.Constant(0)), dy, dy * (V.Constant(alpha) * VectorMath.Exp(s)));
    }
}
