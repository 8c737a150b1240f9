using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>y = max(x, 0); a NaN stays, element by element.</summary>
internal static class ReluKernel
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) =>
        Elementwise.Map<Function>(x, y);

    public static void Forward(ReadOnlySpan<double> x, Span<double> y) =>
        Elementwise.Map<Function>(x, y);

    // dx += dy where y > 0.
    public static void Backward(ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx) =>
        Elementwise.Map<Derivative>(y, dy, dx, dx);

    public static void Backward(ReadOnlySpan<double> y, ReadOnlySpan<double> dy, Span<double> dx) =>
        Elementwise.Map<Derivative>(y, dy, dx, dx);

    private readonly struct Function : IFunction1
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V a)
            where V : unmanaged, IVector<V> => V.Select(V.GreaterOrEqual(V.Constant(0), a), V.Constant(0), a);
    }

    private readonly struct Derivative : IFunction3
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V s, V dy, V dx)
            where V : unmanaged, IVector<V> => dx + V.Select(V.Greater(s, V.Constant(0)), dy, V.Constant(0));
    }
}
