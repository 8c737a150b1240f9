using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>y = ln(1 + eˣ), element by element.</summary>
internal static class SoftplusKernel
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) =>
        Elementwise.Map<Function>(x, y);

    public static void Forward(ReadOnlySpan<double> x, Span<double> y) =>
        Elementwise.Map<Function>(x, y);

    // dx += dy / (1 + e⁻ˣ).
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx);

    public static void Backward(ReadOnlySpan<double> x, ReadOnlySpan<double> dy, Span<double> dx) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx);

    private readonly struct Function : IFunction1
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V a)
            where V : unmanaged, IVector<V> => V.Select(V.Greater(a, V.Constant(0)), a, V.Constant(0)) + VectorMath.Log1p(VectorMath.Exp(-V.Abs(a)));
    }

    private readonly struct Derivative : IFunction3
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V s, V dy, V dx)
            where V : unmanaged, IVector<V> => dx + dy * VectorMath.Sigmoid(s);
    }
}
