using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>y = x Φ(x) = x/2 · (1 + erf(x/√2)), element by element.</summary>
internal static class GeluKernel
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) =>
        Elementwise.Map<Function>(x, y);

    public static void Forward(ReadOnlySpan<double> x, Span<double> y) =>
        Elementwise.Map<Function>(x, y);

    // dx += dy · (Φ(x) + x φ(x)).
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx);

    public static void Backward(ReadOnlySpan<double> x, ReadOnlySpan<double> dy, Span<double> dx) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx);

    // Φ(x) + x φ(x), φ(x) = e^(−x²/2) / √2π.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Slope<V>(V x)
        where V : unmanaged, IVector<V>
    {
        var cumulative = V.Constant(0.5) * (V.Constant(1) + VectorMath.Erf(x * V.Constant(0.7071067811865476)));
        return V.MultiplyAdd(x, V.Constant(0.3989422804014327) * VectorMath.Exp(V.Constant(-0.5) * (x * x)), cumulative);
    }

    private readonly struct Function : IFunction1
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V a)
            where V : unmanaged, IVector<V> => V.Constant(0.5) * a * (V.Constant(1) + VectorMath.Erf(a * V.Constant(0.7071067811865476)));
    }

    private readonly struct Derivative : IFunction3
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V s, V dy, V dx)
            where V : unmanaged, IVector<V> => dx + dy * Slope(s);
    }
}
