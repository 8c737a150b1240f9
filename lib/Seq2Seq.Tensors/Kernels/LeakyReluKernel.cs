using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>y = x where x > 0, else slope · x, element by element.</summary>
internal static class LeakyReluKernel
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, double slope) =>
        Elementwise.Map<Function>(x, y, new Function(slope));

    public static void Forward(ReadOnlySpan<double> x, Span<double> y, double slope) =>
        Elementwise.Map<Function>(x, y, new Function(slope));

    // dx += dy where x > 0, else slope · dy.
    public static void Backward(
        ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx, double slope) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx, new Derivative(slope));

    public static void Backward(
        ReadOnlySpan<double> x, ReadOnlySpan<double> dy, Span<double> dx, double slope) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx, new Derivative(slope));

    private readonly struct Function(double slope) : IFunction1
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V a)
            where V : unmanaged, IVector<V> => V.Select(V.Greater(a, V.Constant(0)), a, a * V.Constant(slope));
    }

    private readonly struct Derivative(double slope) : IFunction3
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V s, V dy, V dx)
            where V : unmanaged, IVector<V> => dx + V.Select(V.Greater(s, V.Constant(0)), dy, dy * V.Constant(slope));
    }
}
