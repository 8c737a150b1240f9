using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>y = x / (1 + e⁻ˣ), element by element.</summary>
internal static class SiluKernel
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) =>
        Elementwise.Map<Function>(x, y);

    public static void Forward(ReadOnlySpan<double> x, Span<double> y) =>
        Elementwise.Map<Function>(x, y);

    // dx += dy · σ (1 + x (1 − σ)), σ = 1 / (1 + e⁻ˣ).
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx);

    public static void Backward(ReadOnlySpan<double> x, ReadOnlySpan<double> dy, Span<double> dx) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Slope<V>(V x)
        where V : unmanaged, IVector<V>
    {
        var sigmoid = VectorMath.Sigmoid(x);
        return sigmoid * V.MultiplyAdd(x, V.Constant(1) - sigmoid, V.Constant(1));
    }

    private readonly struct Function : IFunction1
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V a)
            where V : unmanaged, IVector<V> => a * VectorMath.Sigmoid(a);
    }

    private readonly struct Derivative : IFunction3
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V s, V dy, V dx)
            where V : unmanaged, IVector<V> => dx + dy * Slope(s);
    }
}
